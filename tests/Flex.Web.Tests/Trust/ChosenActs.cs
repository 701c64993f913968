namespace Flex.Web.Tests.Trust;

/// <summary>
/// What is done with a family through each form: the model's answer for the act it is, and where the model leaves a question open (Q) or says no
/// where another text says yes, what was chosen and why. The first line that fits counts. A form whose act the model does not know has cells of its own.
/// </summary>
internal static class ChosenActs
{
    /// <summary>Which act of the model a form is. Several steps behind one route are written with # and their own name.</summary>
    public static readonly IReadOnlyDictionary<string, string> ActOf = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["POST /aanmelden"] = "aanmelden", [Door] = "aanmelden", ["POST /api/v1/applications"] = "aanmelden",
        ["POST /dossiers/{id:guid}/pijler/{pillar:int}"] = "pijler-aanmelden",
        ["POST /dossiers/{id:guid}/beoordeling"] = "opnieuw-wegen",
        ["POST /dossiers/{id:guid}/besluit/{pillar:int}"] = "besluiten", ["POST /api/v1/dossiers/{id:guid}/decisions"] = "besluiten",
        ["POST /dossiers/{id:guid}/afwijken/{pillar:int}"] = "afwijking-vragen", ["POST /dossiers/{id:guid}/afwijken/{pillar:int}#blijft"] = "afwijking-vragen",
        ["POST /werk/afwijking/{id:guid}"] = "afwijking-beoordelen", ["POST /werk/plan/{id:guid}"] = "afwijking-beoordelen",
        ["POST /dossiers/{id:guid}/plaats/{pillar:int}"] = "plaats-houden", ["POST /dossiers/{id:guid}/plaats/{pillar:int}#wacht-nog"] = "plaats-houden",
        ["POST /dossiers/{id:guid}/plaats/{pillar:int}#wacht-niet-meer"] = "plaats-houden",
        ["POST /dossiers/{id:guid}/uren"] = "uren-vastleggen", ["POST /dossiers/{id:guid}/zorg/contact"] = "uren-vastleggen", ["POST /dossiers/{id:guid}/zorg/contact/{contact:guid}"] = "uren-vastleggen",
        ["POST /dossiers/{id:guid}/geboorte"] = "geboorte-vastleggen",
        ["POST /dossiers/{id:guid}/gegevens"] = "gegevens-bevestigen", ["POST /dossiers/{id:guid}/bereiken"] = "veilig-contact",
        ["POST /dossiers/{id:guid}/vragenlijst/{code}"] = "vragenlijst-invullen",
        ["POST /dossiers/{id:guid}/einde"] = "afsluiten", ["POST /dossiers/{id:guid}/heropenen"] = "heropenen",
        ["POST /dossiers/{id:guid}/betrokken"] = "betrokkenen-bijhouden", ["POST /werk/overdracht/{id:guid}"] = "overdracht-aannemen",
        ["POST /zoeken"] = "zoeken", ["POST /zoeken/bsn"] = "zoeken",
        ["GET /dossiers"] = "lijst-zien",
    };

    /// <summary>The form of who has no account.</summary>
    public const string Door = "POST /aanmelden/zonder-account/formulier";

    // Roles and the relations in which they may; pairs are divided by a semicolon.
    private const string Office = "intaker|coordinator intake";
    private const string Planners = $"{Office};kraamverzorgende zorg";
    private const string Professionals = $"{Office};verloskundige aanmelder;kraamverzorgende zorg";

    /// <summary>Who sends a form whose act is not one of the model's, and what says so.</summary>
    public static readonly IReadOnlyDictionary<string, (string Cells, string Why)> Beside = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["POST /dossiers/{id:guid}/brief/{pillar:int}"] = (Office, "tells what was decided: who decides"),
        ["POST /dossiers/{id:guid}/zorg/indicatie"] = (Office, "hours issue, 1: who does the intake indicates"), ["POST /dossiers/{id:guid}/zorg/verzekering"] = (Office, "hours issue, 2: asked at the intake"), ["POST /dossiers/{id:guid}/zorg/bijdrage"] = (Office, "idem"),
        ["POST /dossiers/{id:guid}/plan/doel"] = (Planners, "hours issue, 4: who keeps the record and who comes there"), ["POST /dossiers/{id:guid}/plan/uren"] = (Planners, "idem"), ["POST /dossiers/{id:guid}/plan/boeking"] = (Planners, "idem"),
        ["POST /dossiers/{id:guid}/plan/evaluatie"] = (Planners, "idem"), ["POST /dossiers/{id:guid}/plan/einde"] = (Office, "idem: the place is given back by who decides about it"),
        ["POST /dossiers/{id:guid}/zorg/contact/{contact:guid}/oordeel"] = ("coordinator intake", "hours issue, 6: a dispute is settled by who watches over the care"),
        ["POST /dossiers/{id:guid}/zorg/verschil/{shift:guid}"] = ("coordinator intake", "hours issue, 5: differences shown to a person; whose, WorkLists say"),
        ["POST /dossiers/{id:guid}/gegevens/oordeel"] = ("coordinator intake", "front-door issue, 3: a change becomes a task; whose, WorkLists say"),
        ["POST /dossiers/{id:guid}/toestemming"] = (Professionals, "PR-01: asked by whoever sits with the family"),
        ["POST /dossiers/{id:guid}/uitgerekend"] = (Professionals, "a fact of the record, by whoever hears it from the family"),
        ["POST /dossiers/{id:guid}/identiteit/controle"] = ($"{Professionals};jgz aanmelder|overdracht", "issue, 5: care providers"),
        ["POST /dossiers/{id:guid}/identiteit/nummer"] = ($"{Professionals};jgz aanmelder|overdracht", "issue, 5: care providers"),
        ["POST /dossiers/{id:guid}/identiteit/tonen"] = ("bsn", "a look: who sees the BSN by the model"),
        ["POST /dossiers/{id:guid}/beperken"] = (Office, "AVG article 18: who keeps the record"), ["POST /dossiers/{id:guid}/beperken/opheffen"] = (Office, "idem"),
        ["POST /dossiers/{id:guid}/vernietigen"] = (Office, "WGBO 7:455: who keeps the record"), ["POST /dossiers/{id:guid}/vernietigen/besluit"] = (Office, "idem"),
        ["POST /dossiers/{id:guid}/vernietigen/uitvoeren"] = ("coordinator intake", "idem, and never who granted it, here the intaker"),
        ["POST /dossiers/{id:guid}/verbeteren"] = (Professionals, "AVG article 16: by whoever hears it from the family"), ["POST /dossiers/{id:guid}/verklaring"] = (Office, "idem: who keeps the record"),
        ["POST /dossiers/{id:guid}/kennen"] = ("bsn", "AC-04: about the own look, so whoever looks"),
        ["POST /dossiers/{id:guid}/adres"] = (Professionals, "issue, 4: by whoever hears that she is in danger"),
        ["POST /dossiers/{id:guid}/adres/tonen"] = ("kraamverzorgende zorg", "issue, 4: who needs it to come to the family"),
        ["POST /dossiers/{id:guid}/vertrouwelijk"] = ($"{Professionals};jgz aanmelder|overdracht", "AC-03: for the own discipline; who looks along writes nothing"),
        ["POST /dossiers/{id:guid}/vertrouwelijk/delen"] = ("kraamverzorgende zorg", "idem; here a note of kraamzorg, to others not there"),
        ["POST /dossiers/{id:guid}/afschrift"] = (Office, "AVG article 15: who keeps the record"), ["POST /dossiers/{id:guid}/afschrift/{code}"] = (Office, "idem; here the mother's part"),
        ["POST /dossiers/{id:guid}/afschrift/{code}/weglaten"] = (Office, "idem"),
        ["POST /dossiers/{id:guid}/achterhouden"] = ("coordinator intake", "issue, 6: with a reason, judged by another"),
        ["POST /beheer/toezicht"] = ("privacy *", "issue, 6: proof of review"), ["POST /beheer/toezicht/achterhouden/{id:guid}"] = ("privacy *", "issue, 6: a second person"),
        ["POST /werk/dubbel/{id:guid}"] = (Office, "front-door issue, 1: shown to who decides"), ["POST /werk/lijkt-op/{id:guid}"] = (Office, "idem"),
        ["POST /noodknop"] = ("verloskundige|intaker|coordinator|kraamverzorgende|jgz *", "AC-02: no relation is asked; the five care roles of the model's reading"),
        ["POST /diensten"] = ("coordinator -", "hours issue, 5: asks the record and the care both, so no relation alone; with both: CareHours/A_daily_file_of_shifts"), ["POST /maanden"] = ("coordinator *", "hours issue, bad input: a month of the programme, of no family"), ["POST /maanden/open"] = ("coordinator *", "idem"),
        ["POST /beheer/proefberekening"] = ("intaker|coordinator *", "counts past cases; no family is named in the form"),
        ["POST /beheer/post/{id:guid}/opnieuw"] = ("intaker|coordinator *", "a message of no family"),
        ["POST /beheer/accounts"] = ("beheerder *", "issue, 1"), ["POST /beheer/accounts/{id:guid}/afsluiten"] = ("beheerder *", "issue, 1"),
    };

    /// <summary>Forms that are about nobody but who sends them, and why they have no cells.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfOneself = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["POST /inloggen"] = "coming in", ["POST /inloggen/code"] = "coming in", ["POST /inloggen/passkey"] = "coming in", ["POST /inloggen/verder"] = "sends on to a form that has cells",
        ["POST /uitloggen"] = "going out", ["POST /uitnodiging/{token}"] = "who holds the link",
        ["POST /account/passkeys"] = "the own account", ["POST /account/passkeys/verwijderen"] = "the own account", ["POST /account/herstelcodes"] = "the own account", ["POST /account/wachtwoord"] = "the own account", ["POST /account/overal-uitloggen"] = "the own account",
        ["POST /gezin/open/{token}"] = "who holds the link (FamilyDoors)", ["POST /gezin/sluiten"] = "going out", ["POST /gezin/uren/{contact:guid}"] = "the own visit, which no persona has (FamilyDoors/Confirming_hours)", ["POST /gezin/vragenlijst/{code}"] = "the own visit, which no persona has (FamilyDoors/A_visit_of_a_family)",
        ["POST /aanmelden/zonder-account"] = "asks a code for an address", ["POST /aanmelden/zonder-account/code"] = "proves an address",
    };

    /// <summary>Forms that have no cells here yet: who may is held per persona by Who_reaches_what, and per family where it says.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["POST /dossiers/{id:guid}/gezin"] = "FamilyDoors/A_link_for_a_family", ["POST /dossiers/{id:guid}/gezin/intrekken"] = "FamilyDoors/A_link_for_a_family",
        ["POST /dossiers/{id:guid}/afschrift/{code}#vrijgeven"] = "Copies/Reviewing_a_copy: who is related is in the copy, and what changed since it was reviewed is not released",
        ["POST /dossiers/{id:guid}/gezin/samen"] = "FamilyDoors/On_the_device_of_a_professional",
    };

    private const string Acts = "pijler-aanmelden|opnieuw-wegen|besluiten|afwijking-vragen|plaats-houden|uren-vastleggen|geboorte-vastleggen|gegevens-bevestigen|veilig-contact|vragenlijst-invullen|afsluiten|heropenen|betrokkenen-bijhouden";

    private static readonly (string Role, string Relation, string Act, bool Yes, string Why)[] Choices =
    [
        ("jgz|coordinator", "*", "aanmelden", true, "front-door issue, 1: a professional with the family, whatever the organisation; the coordinator as the intaker"),
        ("intaker", "*", "aanmelden", true, "Q9, front-door issue, 1: by telephone through the intaker"),
        ("programmabureau", "*", "afwijking-beoordelen", true, "Q10, front-door issue, 3: somebody of another organisation than the one paid"),
        ("coordinator", "*", "afwijking-beoordelen", false, "Q10: never the organisation that is paid"),
        ("gezin", "eigen", "*", false, "the family's own door is not there yet"),
        ("*", "zorg-voor-plaats|uitgenodigd|nood", Acts, false, "AC-01, AC-02: to see; no sentence lets them write"),
        ("intaker|coordinator", "zorg", Acts, false, "the office works through the intake relation"),
        ("intaker|coordinator", "intake", "vragenlijst-invullen", false, "Q13, front-door issue, 6: never visible to who decides"),
        ("intaker|coordinator", "intake", "pijler-aanmelden|geboorte-vastleggen|heropenen|betrokkenen-bijhouden", true, "Q9, Q11, Q12: who keeps the record; the casemanager is of this organisation"),
        ("coordinator", "intake", "opnieuw-wegen|besluiten|afwijking-vragen", true, "Q9: one office"),
        ("coordinator", "intake", "uren-vastleggen", true, "Q9: on behalf of a caregiver; the coordinator's relation is intake (the model says no: hours are of who gives the care)"),
        ("kraamverzorgende", "zorg", "uren-vastleggen|geboorte-vastleggen|gegevens-bevestigen|veilig-contact|vragenlijst-invullen", true, "Q8, Q12, Q13, Q14: who is at the family's home; what was late goes in within the window"),
        ("verloskundige", "aanmelder", "pijler-aanmelden|geboorte-vastleggen|veilig-contact", true, "Q11, Q12, Q14: it is her own application"),
        ("verloskundige", "aanmelder", "gegevens-bevestigen", true, "front-door issue, 3: confirmed again at the birth, which she registers (the model says no)"),
        ("verloskundige|jgz", "aanmelder", "opnieuw-wegen", true, "care.md, early signalling: the professional weighs with the woman; the factors are her own application (the model says no)"),
        ("jgz", "aanmelder|overdracht", "pijler-aanmelden", true, "front-door issue, 1: for a family already known, by a professional (the model says no)"),
        ("verloskundige|jgz", "aanmelder", "vragenlijst-invullen", true, "front-door issue, 6: filled in by a professional with the family (the model says no)"),
        ("jgz", "overdracht", "vragenlijst-invullen", true, "front-door issue, 6 (the model says no)"),
    ];

    /// <summary>Whether a role in a relation may do an act of the model.</summary>
    public static bool May(string role, string relation, string act)
    {
        var said = TheModel.Acts(role, relation, act);
        if (act is "zoeken" or "lijst-zien")
        {
            return said != TheModel.Answer.No && Chosen.Reaches(role, relation);
        }

        relation = Kind(relation);
        return Choices.Where(c => Fits(c.Role, role) && Fits(c.Relation, relation) && Fits(c.Act, act)).Select(c => (bool?)c.Yes).FirstOrDefault()
            ?? (said == TheModel.Answer.Open ? throw new InvalidOperationException($"the model leaves {role} {relation} {act} open and nothing was chosen") : said == TheModel.Answer.Yes);
    }

    /// <summary>Whether a role in a relation may send a form.</summary>
    public static bool Sends(string role, string relation, string form) => ActOf.TryGetValue(form, out var act) ? May(role, relation, act) && (role == "zonder-account") == (form == Door)
        : Beside[form].Cells == "bsn" ? Chosen.Sees(role, relation, "bsn")
        : Beside[form].Cells.Split(';').Select(c => c.Split(' ')).Any(c => Fits(c[0], role) && Fits(c[1], Kind(relation)));

    // Within the window of after-care what was allowed goes on (Q8): what was late, and what is mended.
    private static string Kind(string relation) => relation.EndsWith("-nazorg", StringComparison.Ordinal) ? relation[..^"-nazorg".Length] : relation;

    private static bool Fits(string pattern, string value) => pattern == "*" || pattern.Split('|').Contains(value);
}
