using System;
using System.Collections.Generic;
using System.Linq;

namespace Flex.Web.Tests.Trust;

/// <summary>
/// Who may see what and who may do what, written apart from the product: its author read only
/// standards.md §3.3 and §3.4, the text of issue 4 (Trust) and the brief that names the roles, relations,
/// data classes and acts. No source code, no tests.
///
/// Sentences the rules come from (the tag is used in the code below):
/// [M-row/column]  standards.md §3.4, the cell of the matrix.
/// [AC-01] §3.3 "Access to a family's record = role ∧ organisation ∧ active relation ∧ consent where needed. A relation
///         is created by: being applicant; being assigned (kraamzorg care plan, visit); acceptance of a transfer task
///         (JGZ); explicit invitation by the casemanager. It has start, end, reason, and a short after-care window."
/// [AC-02] §3.3 break-glass: "max. 60 min"; issue 4 §2 "at most an hour".
/// [AC-03] §3.3 notes have a confidentiality class; violence is for the author's discipline (issue 4 §4).
/// [I2-deny]  issue 4 §2 "one readable policy in one place, default deny, enforced inside the two doors to a dossier,
///            so that list, search, include, export, count, history and single read cannot differ".
/// [I2-jgz]   issue 4 §2 "JGZ sees who is coming in a minimal form of its own (name, due date, how to reach,
///            casemanager) and the rest after accepting a handover".
/// [I2-line]  issue 4 §2 "a municipality and an insurer see no line per family, pseudonymous or not".
/// [I2-ggd]   issue 4 §2 "The GGD as programme office and as JGZ are two roles".
/// [I3]       issue 4 §3 three consents, never mixed; PR-01 (§3.4).
/// [I6]       issue 4 §6 the log: the family's own page, the privacy officer's reports; [M-log].
/// [B]        the brief: meaning of roles and relations (for instance "an intake relation of an organisation gives a
///            verloskundige of that organisation nothing", "write-only door", "accounts only").
///
/// How to read an answer
/// * One relation at a time. Somebody with two relations sees the union.
/// * "Yes" for programmabureau and onderzoeker is a line under a pseudonym, never a named dossier (see OnlyUnderPseudonym).
/// * The matrix speaks about seeing only. For acts: nobody acts on what he may not see ([I2-deny]); a Yes needs a word in
///   the texts or the brief (applicant, judges, keeps the record, assigned, accepts); the rest is No or Open.
/// * Outside this grid, stricter than it, never wider: a note on (suspected) violence, a shelter or secret address, a log
///   line withheld for the Meldcode, a factor about the partner, restriction, withdrawal of consent.
/// * An unknown role, relation, data class or act throws: a new one has to be thought about first.
/// Opens carry a number Q1..Q16, explained in README.md beside this file.
/// </summary>
internal static class TheModel
{
    /// <summary>Open: the texts do not settle it.</summary>
    internal enum Answer
    {
        No,
        Yes,
        Open,
    }

    public static readonly IReadOnlyList<string> Roles =
    [
        "verloskundige", "intaker", "coordinator", "kraamverzorgende", "jgz", "gezin", "gemeente", "verzekeraar",
        "onderzoeker", "programmabureau", "privacy", "beheerder", "zonder-account",
    ];

    /// <summary>
    /// -nazorg: ended, within the after-care window. -verlopen: ended, after the window. -ingetrokken: ended by the
    /// casemanager with a reason, no window; the bare "ingetrokken" is the same whatever it was before.
    /// "eigen" is an addition to the brief: the family's own record, for the role gezin only. Without it "own" in the matrix
    /// cannot be told from somebody else's family; gezin with "none" is somebody else's family.
    /// </summary>
    public static readonly IReadOnlyList<string> Relations =
    [
        "none", "aanmelder", "intake", "zorg-voor-plaats", "zorg", "overdracht-aangeboden", "overdracht",
        "overdracht-geweigerd", "uitgenodigd", "nood", "nood-verlopen",
        "aanmelder-nazorg", "aanmelder-verlopen", "aanmelder-ingetrokken",
        "zorg-nazorg", "zorg-verlopen", "zorg-ingetrokken",
        "uitgenodigd-nazorg", "uitgenodigd-verlopen", "uitgenodigd-ingetrokken",
        "overdracht-nazorg", "overdracht-verlopen", "overdracht-ingetrokken",
        "ingetrokken", "eigen",
    ];

    public static readonly IReadOnlyList<string> Data =
    [
        "naam", "contact", "bsn", "adres", "aanvraag", "klasse", "besluit", "zorguren-regels", "zorguren-som",
        "opmerking-bij-zorg", "antwoorden", "lijst-ingevuld", "tijdlijn", "logboek", "minimaal-jgz", "cijfers",
        "samenvatting-zonder-naam",
    ];

    /// <summary>
    /// Additions to the brief, because one cell of the matrix falls in two here: the factors of the application as codes,
    /// without remark ("coded, de-identified, with consent"), and hours per registration (day, hours) without caregiver and
    /// without note ("pseudonymous" / "yes").
    /// </summary>
    public static readonly IReadOnlyList<string> ExtraData = ["aanvraag-gecodeerd", "zorguren-gecodeerd"];

    public static readonly IReadOnlyList<string> ActNames =
    [
        "aanmelden", "pijler-aanmelden", "opnieuw-wegen", "besluiten", "afwijking-vragen", "afwijking-beoordelen",
        "plaats-houden", "uren-vastleggen", "geboorte-vastleggen", "gegevens-bevestigen", "veilig-contact",
        "vragenlijst-invullen", "afsluiten", "heropenen", "betrokkenen-bijhouden", "overdracht-aannemen", "zoeken",
        "lijst-zien",
    ];

    /// <summary>[M-identity/programme office] "pseudonym"; [M-application/researcher] "coded, de-identified".</summary>
    public static bool OnlyUnderPseudonym(string role) => Known(Roles, role, nameof(role)) is "programmabureau" or "onderzoeker";

    /// <summary>
    /// The family takes part in the evaluation, did not share her answers with the kraamzorg, and the visit note was not
    /// shared explicitly with another discipline.
    /// </summary>
    public static Answer Sees(string role, string relation, string data) =>
        Sees(role, relation, data, inEvaluation: true, answersShared: false, noteShared: false);

    /// <param name="role">Who looks.</param>
    /// <param name="relation">Of his organisation (or of himself) with the family.</param>
    /// <param name="data">The visible field.</param>
    /// <param name="inEvaluation">Consent to be in the evaluation stands ([I3], PR-01 a, PR-02).</param>
    /// <param name="answersShared">[M-questionnaires/kraamzorg] "only if family shares".</param>
    /// <param name="noteShared">[M-visit notes/midwife] "shared part": this note was shared with the midwife.</param>
    public static Answer Sees(string role, string relation, string data, bool inEvaluation, bool answersShared, bool noteShared)
    {
        Known(Roles, role, nameof(role));
        Known(Relations, relation, nameof(relation));
        if (!Data.Contains(data) && !ExtraData.Contains(data))
        {
            throw new ArgumentOutOfRangeException(nameof(data), data, "not in the model");
        }

        switch (role)
        {
            case "zonder-account": // [B] a write-only door, also for the application just sent.
            case "beheerder": // [B] accounts only; no column in the matrix, [I2-deny].
                return Answer.No;

            case "gemeente": // [I2-line] + [M-class, M-outcome, M-hours, M-questionnaires] aggregate only.
            case "verzekeraar": // idem; "only via the regular declaration" is outside the platform.
                return When(data == "cijfers");

            case "privacy": // [M-log] "privacy officer all"; nothing else has a cell, [I2-deny].
                return When(data == "logboek");

            case "programmabureau":
                return ProgrammeOffice(relation, data);

            case "onderzoeker":
                return Researcher(data, inEvaluation);

            case "gezin":
                return relation == "eigen" ? Family(data) : Answer.No; // [M-family] "own".
        }

        // The care roles.
        if (data is "logboek" or "cijfers" or "minimaal-jgz" or "samenvatting-zonder-naam")
        {
            return data switch
            {
                "minimaal-jgz" when role == "jgz" => Minimal(relation),

                // No row. It holds less than the judging organisation sees already, so for them Yes; for nobody else.
                "samenvatting-zonder-naam" => When(relation == "intake" && (role is "intaker" or "coordinator")),

                // [M-log] no. Aggregates have a cell only for office, municipality, insurer, researcher; a count over the own
                // families is the list, not "cijfers". minimaal-jgz is JGZ's "own" form; others see its fields in the record.
                _ => Answer.No,
            };
        }

        return role switch
        {
            "verloskundige" => Midwife(relation, data, noteShared),
            "jgz" => Jgz(relation, data),
            _ => Kraamzorg(role, relation, data, answersShared),
        };
    }

    public static Answer Acts(string role, string relation, string act)
    {
        Known(Roles, role, nameof(role));
        Known(Relations, relation, nameof(relation));
        Known(ActNames, act, nameof(act));

        switch (act)
        {
            case "aanmelden":
                // Makes a relation instead of needing one, so it does not depend on the relation. [AC-01] "being applicant",
                // [M-application/midwife] "own"; [B] zonder-account.
                return role switch
                {
                    "verloskundige" or "zonder-account" => Answer.Yes,
                    "intaker" => Answer.Open, // Q9: may the kraamzorg enter an application that came by telephone?
                    _ => Answer.No,
                };

            case "zoeken":
                // [I2-deny] search cannot differ from a single read: found exactly when the name may be seen. A family is no
                // searcher; the office has no names. With "none" nothing is found, also not to break the glass (Q16 in README).
                return role is "gezin" or "programmabureau" or "onderzoeker" ? Answer.No : Sees(role, relation, "naam");

            case "lijst-zien":
                // [I2-deny] idem. The office: [M-class, M-outcome] lines under a pseudonym. The researcher gets a coded set
                // (PR-04: a research environment of its own), no list in the platform.
                return role switch
                {
                    "gezin" or "onderzoeker" => Answer.No,
                    "programmabureau" => Answer.Yes,
                    _ => Sees(role, relation, "naam"),
                };

            case "overdracht-aannemen":
                // [AC-01] "acceptance of a transfer task (JGZ)": only an offer that stands.
                return When(role == "jgz" && relation == "overdracht-aangeboden");

            case "afwijking-beoordelen":
                // Q10: who judges an override? No sentence. "Without a name" points to somebody outside the record (the
                // office), but [M-application/office] is "no"; or a second person of the intake organisation.
                // Not who asks for it himself.
                return role == "programmabureau" || (role == "coordinator" && relation == "intake") ? Answer.Open : Answer.No;
        }

        switch (role)
        {
            case "gezin" when relation == "eigen":
                return act switch
                {
                    "vragenlijst-invullen" => Answer.Yes, // [M-questionnaires] "Family questionnaires".
                    "gegevens-bevestigen" or "veilig-contact" => Answer.Open, // Q13, Q14.
                    _ => Answer.No,
                };

            case "verloskundige":
                return Own(role, relation) switch
                {
                    ("aanmelder", _) => act is "pijler-aanmelden" or "geboorte-vastleggen" or "veilig-contact"
                        ? Answer.Open // Q11, Q12, Q14.
                        : Answer.No,
                    ("uitgenodigd", _) => act == "geboorte-vastleggen" ? Answer.Open : Answer.No, // Q12.
                    _ => Answer.No, // break-glass is access to see ([AC-02]); no sentence lets it write.
                };

            case "intaker" or "coordinator" or "kraamverzorgende":
                return Own(role, relation) switch
                {
                    ("intake", _) => ActsOfIntake(role, act),
                    ("zorg", "nazorg") => Weaker(ActsOfCare(role, act)), // Q8: does the window let one write?
                    ("zorg", _) => ActsOfCare(role, act),
                    ("zorg-voor-plaats", _) => act is "uren-vastleggen" or "geboorte-vastleggen"
                        ? Answer.No // there is no care yet.
                        : ActsOfCare(role, act),
                    _ => Answer.No, // uitgenodigd, nood: to see, no sentence lets them write.
                };

            default:
                // jgz (apart from accepting, searching and listing), gemeente, verzekeraar, onderzoeker, programmabureau,
                // privacy, beheerder, zonder-account: no sentence, [I2-deny].
                return Answer.No;
        }
    }

    // ---------------------------------------------------------------- seeing

    /// <summary>[M-kraamzorg], for intaker, coordinator and kraamverzorgende alike: the matrix has one column for them.</summary>
    private static Answer Kraamzorg(string role, string relation, string data, bool answersShared)
    {
        var kind = Own(role, relation).Kind;
        var cell = data switch
        {
            "antwoorden" => When(answersShared), // "only if family shares"; without it default deny.
            "lijst-ingevuld" => Answer.Open, // Q1: is the bare fact that a list was filled in part of the answers?
            _ => Answer.Yes, // identity, application, class, outcome, hours, visit notes: "yes"; the timeline is made of these.
        };

        return kind switch
        {
            // "Kraamzorg (assigned)": with or without a place, the heading asks for no more than being assigned.
            "zorg" or "zorg-voor-plaats" => cell,

            // [B] judges the application and keeps the record. [AC-01] calls "assigned" a care plan or a visit, so what a
            // caregiver of the assigned organisation wrote down is Q2. A kraamverzorgende who is not assigned: nothing.
            "intake" => data is "zorguren-regels" or "zorguren-gecodeerd" or "opmerking-bij-zorg" ? Answer.Open : cell,

            // Q3: [AC-01] makes an invitation a relation, the heading says "(assigned)".
            "uitgenodigd" => Weaker(cell),

            // [AC-02] takes the place of the relation, not of the column.
            "nood" => cell,
            _ => Answer.No,
        };
    }

    /// <summary>[M-midwife/hospital (related)].</summary>
    private static Answer Midwife(string relation, string data, bool noteShared)
    {
        var kind = Own("verloskundige", relation).Kind;
        if (kind is not ("aanmelder" or "uitgenodigd" or "nood"))
        {
            return Answer.No;
        }

        return data switch
        {
            "naam" or "contact" or "bsn" or "adres" or "klasse" or "besluit" => Answer.Yes,

            // "own + shared". Own for the applicant. Q4: is an invitation (or a broken glass) the sharing?
            "aanvraag" or "aanvraag-gecodeerd" => kind == "aanmelder" ? Answer.Yes : Answer.Open,

            "zorguren-som" => Answer.Yes, // "summary"
            "opmerking-bij-zorg" => When(noteShared), // "shared part"; [AC-03] sharing is an explicit act.
            "tijdlijn" => Answer.Open, // Q6: no row; its lines belong partly to rows she has and partly to rows she has not.
            _ => Answer.No, // zorguren-regels (summary only), antwoorden and lijst-ingevuld ("no").
        };
    }

    /// <summary>[M-jgz] after accepting, [I2-jgz] before.</summary>
    private static Answer Jgz(string relation, string data)
    {
        if (data is "naam" or "contact")
        {
            return Minimal(relation); // name and how to reach are in the minimal form itself.
        }

        var cell = data switch
        {
            "bsn" or "adres" or "klasse" or "besluit" => Answer.Yes,
            "aanvraag" or "aanvraag-gecodeerd" => Answer.Open, // Q5: "shared part", which part, who chooses it?
            "zorguren-som" => Answer.Yes, // "summary"
            "tijdlijn" => Answer.Open, // Q6.
            _ => Answer.No, // lines of hours; visit notes ("transfer summary", not the note); questionnaires "no".
        };

        return Own("jgz", relation).Kind switch
        {
            "overdracht" or "nood" => cell,
            "uitgenodigd" => Weaker(cell), // Q3: invited is a relation in [AC-01]; [I2-jgz] "the rest after accepting a handover".
            _ => Answer.No, // offered, refused, nothing.
        };
    }

    /// <summary>[I2-jgz] the minimal form, which is also where JGZ meets the name and the way to reach her.</summary>
    private static Answer Minimal(string relation) => Own("jgz", relation).Kind switch
    {
        "overdracht-aangeboden" or "overdracht" or "nood" => Answer.Yes,
        "uitgenodigd" => Answer.Open, // Q3.
        "none" => Answer.Open, // Q7: is "who is coming" every family of the area, or only who was offered?
        _ => Answer.No, // refused, or ended: the stricter reading.
    };

    /// <summary>[M-programme office].</summary>
    private static Answer ProgrammeOffice(string relation, string data) => data switch
    {
        "klasse" => Answer.Yes, // "yes (pseudonymous)"
        "besluit" => Answer.Yes, // "yes"
        "zorguren-som" or "zorguren-gecodeerd" => Answer.Yes, // "pseudonymous"
        "cijfers" => Answer.Yes, // "only class counts", and it may count the lines it sees.
        "contact" => relation == "intake" ? Answer.Open : Answer.No, // Q15: "contact only if it runs intake"; here intake is kraamzorg's.
        "samenvatting-zonder-naam" => Answer.Open, // Q10.
        _ => Answer.No, // name, BSN, address; application "no"; caregiver and note with the hours are not pseudonymous; notes, questionnaires, log "no".
    };

    /// <summary>[M-researcher], always coded, and only while the consent for the evaluation stands ([I3]).</summary>
    private static Answer Researcher(string data, bool inEvaluation) => data switch
    {
        "cijfers" => Answer.Yes, // less than the lines; PR-02 leaves published aggregates.
        "klasse" or "besluit" or "zorguren-som" or "zorguren-gecodeerd" or "antwoorden" or "lijst-ingevuld"
            or "aanvraag-gecodeerd" => When(inEvaluation),
        _ => Answer.No, // identity "no"; the application with its remark is not coded; notes and log "no".
    };

    /// <summary>[M-family] "own" in every row; [I6] for log and timeline (every write is a line of her log).</summary>
    private static Answer Family(string data) => When(data is not ("minimaal-jgz" or "cijfers" or "samenvatting-zonder-naam"));

    // ---------------------------------------------------------------- acting

    /// <summary>[B] the organisation that judges the application and keeps the record.</summary>
    private static Answer ActsOfIntake(string role, string act) => act switch
    {
        // judging: the intaker by name; whether a coordinator may as well, Q9.
        "opnieuw-wegen" or "besluiten" or "afwijking-vragen" => role == "intaker" ? Answer.Yes : Answer.Open,

        // keeping the record; the place is in the same row as the outcome ([M-outcome, pillar, capacity slot]).
        "plaats-houden" or "gegevens-bevestigen" or "veilig-contact" or "afsluiten" => Answer.Yes,

        "pijler-aanmelden" => Answer.Open, // Q11.
        "geboorte-vastleggen" => Answer.Open, // Q12.
        "vragenlijst-invullen" => Answer.Open, // Q13: assisted on the professional's device, without reading answers afterwards?
        "heropenen" => Answer.Open, // Q9.
        "betrokkenen-bijhouden" => Answer.Open, // Q9: "the casemanager" is a person; which role is it?
        _ => Answer.No, // hours are of who gives the care.
    };

    /// <summary>[AC-01] "assigned (kraamzorg care plan, visit)".</summary>
    private static Answer ActsOfCare(string role, string act) => (role, act) switch
    {
        ("intaker", _) => Answer.No,
        ("kraamverzorgende", "uren-vastleggen") => Answer.Yes,
        ("coordinator", "uren-vastleggen") => Answer.Open, // Q9: on behalf of a caregiver?
        ("coordinator", "betrokkenen-bijhouden") => Answer.Open, // Q9.
        (_, "geboorte-vastleggen") => Answer.Open, // Q12.
        (_, "gegevens-bevestigen") => Answer.Open, // Q13.
        (_, "veilig-contact") => Answer.Open, // Q14.
        (_, "vragenlijst-invullen") => Answer.Open, // Q13.
        _ => Answer.No,
    };

    // ---------------------------------------------------------------- small

    /// <summary>
    /// The relation as it counts for this role. [B] a relation belongs to a kind of role: applicant to the midwife
    /// ([M-application/midwife] "own"), intake and care to kraamzorg ("Kraamzorg (assigned)"), handover to JGZ ([AC-01]);
    /// invitation and break-glass to each of them. What does not belong to the role counts as none. [AC-01] within the window
    /// the relation still gives access; after it, withdrawn, or after the hour ([AC-02]) it does not.
    /// "over" is a handover or invitation that ended: for JGZ not the same as never having met the family.
    /// </summary>
    private static (string Kind, string Phase) Own(string role, string relation)
    {
        if (relation is "none" or "eigen" or "nood-verlopen")
        {
            return ("none", "");
        }

        if (relation == "ingetrokken")
        {
            return ("over", "");
        }

        var kind = relation;
        var phase = "";
        foreach (var end in new[] { "-nazorg", "-verlopen", "-ingetrokken" })
        {
            if (relation.EndsWith(end, StringComparison.Ordinal))
            {
                kind = relation[..^end.Length];
                phase = end[1..];
            }
        }

        var kraamzorg = role is "intaker" or "coordinator" or "kraamverzorgende";
        var belongs = kind switch
        {
            "aanmelder" => role == "verloskundige",
            "intake" => role is "intaker" or "coordinator", // a kraamverzorgende is in the record by being assigned.
            "zorg" or "zorg-voor-plaats" => kraamzorg,
            "overdracht" or "overdracht-aangeboden" or "overdracht-geweigerd" => role == "jgz",
            "uitgenodigd" or "nood" => kraamzorg || role is "verloskundige" or "jgz",
            _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "not in the model"),
        };

        if (!belongs)
        {
            return ("none", "");
        }

        return phase is "verlopen" or "ingetrokken" || kind == "overdracht-geweigerd" ? ("over", "") : (kind, phase);
    }

    private static Answer When(bool yes) => yes ? Answer.Yes : Answer.No;

    private static Answer Weaker(Answer answer) => answer == Answer.Yes ? Answer.Open : answer;

    private static string Known(IReadOnlyList<string> all, string value, string name) =>
        all.Contains(value) ? value : throw new ArgumentOutOfRangeException(name, value, "not in the model");
}
