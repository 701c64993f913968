using System.Text.Json;
using Flex.Domain.Consents;
using Flex.Domain.Corrections;
using Flex.Domain.Dossiers;
using Flex.Domain.Rights;
using static Flex.Domain.Rights.CopyCodes;

namespace Flex.Web.Data.Copies;

/// <summary>What the family agreed to, who had access, and what it asked with its data, in a copy.</summary>
internal static class CopyOfRights
{
    private const string Agreed = "toestemming";
    private const string Access = "wie-erbij";
    private const string Rights = "rechten";

    // Of whoever reads: nobody else's name.
    private static readonly Say Own = (value, row, words) => row.GetProperty("capacity").GetString() is "moeder" or "minderjarige" ? value.GetString() : Says.Asker(value, row, words);

    public static IReadOnlyList<CopyTable> Tables { get; } =
    [
        new("consent", Agreed, "Toestemming",
        [
            new("subject", "waarvoor", "Waarvoor", Says.Of(ConsentCodes.Subjects)), new("whose", "over_wie", "Over wie", Says.Of(ConsentCodes.Whose)), new("party", "met_wie", "Met wie delen", Says.Organisation), new("answer", "antwoord", "Antwoord", Says.Of(ConsentCodes.Answers)),
            new("said_on", "op", "Op", Says.Day), new("capacity", "gegeven_door", "Gegeven door", Says.Of(ConsentCodes.Capacities)), new("giver", "naam", "Naam", Says.Asker) { Part = Partner }, new("channel", "hoe", "Hoe", Says.Of(ConsentCodes.Channels)),
            new("interpreter", "tolk", "Met tolk", Says.YesNo), new("only_mother", "niemand_anders_gezag", "Niemand anders heeft gezag", Says.YesNo), new("text_version", "versie_tekst", "Versie van de tekst", Says.Text),
            new("language", "taal_tekst", "Taal van de tekst", Says.Of(ContactCodes.Languages)), new("said_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Order = "t.line", Parts = [Mother, Child, Partner], Careful = static (row, _) => row.GetProperty("whose").GetString() != Mother && Says.Any(row, "party"), Of = Whose },
        new("relation", Access, "Wie bij uw gegevens kon",
        [
            new("organisation", "organisatie", "Organisatie", Says.Organisation), new("role", "rol", "Alleen wie werkt als", Says.Text), new("kind", "waarom", "Waarom", Says.Of(CopyCodesOfRows.Relations)), new("basis", "grond", "Grond", Says.Of(CopyCodesOfRows.Bases)),
            new("offered_on", "gevraagd_op", "Gevraagd op", Says.Day), new("from_day", "vanaf", "Vanaf", Says.Day), new("until_day", "tot_en_met", "Tot en met", Says.Day), new("until_at", "tot", "Tot", Says.Moment), new("withdrawn_at", "ingetrokken", "Ingetrokken", Says.Moment),
            new("reason", "reden", "Reden", Says.Text), new("ended_because", "geeindigd_omdat", "Geëindigd omdat", Says.Text),
        ])
        {
            // What the family's own page does not show for a time, no paper shows: not that it was done, and not what came of it.
            From = "involved($1) t where not relation_withheld(t.id)", Order = "t.from_day nulls last, t.id", Careful = static (row, _) => Says.Any(row, "reason"),
        },
        new("restriction", Rights, "Gebruik van uw gegevens beperkt",
        [
            new("set_on", "vanaf", "Vanaf", Says.Day), new("set_by", "door", "Door", Says.Text), new("asked_by", "gevraagd_door", "Gevraagd door", Says.Text), new("ground", "grond", "Waarom", Says.Of(RestrictionText.Grounds)), new("because", "toelichting", "Toelichting", Says.Text),
            new("lifted_on", "opgeheven_op", "Opgeheven op", Says.Day), new("lifted_by", "opgeheven_door", "Opgeheven door", Says.Text), new("lifted_because", "opgeheven_omdat", "Omdat", Says.Text),
        ]) { Careful = static (_, _) => true },
        new("erasure_request", Rights, "Verzoek om te vernietigen",
        [
            new("asked_on", "gevraagd_op", "Gevraagd op", Says.Day), new("capacity", "wie_vroeg", "Wie vroeg erom", Says.Of(ErasureText.Capacities)), new("asked_by", "naam", "Naam", Own), new("due_on", "uiterlijk", "Antwoord uiterlijk", Says.Day), new("state", "stand", "Stand", Says.Of(CopyCodesOfRows.RequestStates)),
            new("recorded_by", "opgeschreven_door", "Opgeschreven door", Says.Text), new("decided_on", "besloten_op", "Besloten op", Says.Day), new("decided_by", "besloten_door", "Besloten door", Says.Text), new("refused_ground", "grond", "Waarom geweigerd", Says.Of(ErasureText.Grounds)), new("because", "toelichting", "Toelichting", Says.Text),
        ]) { Parts = [Mother, Child, Partner], Of = Asked },
        new("own_statement", Rights, "Eigen verklaring, of iets dat niet is verbeterd",
        [
            new("about", "gaat_over", "Gaat over", Says.Of(StatementText.Subjects)), new("statement", "verklaring", "Eigen woorden", Says.Text), new("asked_on", "gevraagd_op", "Gevraagd op", Says.Day), new("capacity", "wie_vroeg", "Wie", Says.Of(ErasureText.Capacities)), new("asked_by", "naam", "Naam", Own),
            new("refused_ground", "grond", "Waarom niet verbeterd", Says.Of(StatementText.Grounds)), new("because", "toelichting", "Uitleg", Says.Text), new("recorded_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("recorded_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Parts = [Mother, Child, Partner], Of = Asked },
        new("copy_request", Rights, "Verzoek om een afschrift",
        [
            new("asked_on", "gevraagd_op", "Gevraagd op", Says.Day), new("capacity", "wie_vroeg", "Wie vroeg erom", Says.Of(Capacities)), new("asked_by", "naam", "Naam", Own), new("identity_check", "nagekeken", "Hoe is nagekeken wie dit was", Says.Of(IdentityChecks)),
            new("due_on", "uiterlijk", "Antwoord uiterlijk", Says.Day), new("recorded_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Parts = [Mother, Child, Partner], Of = Asked },
        new("copy_part", Rights, "Deel van een afschrift",
        [
            new("part", "deel", "Welk deel", Says.Of(Reviewed)), new("state", "stand", "Stand", Says.Of(CopyCodesOfRows.RequestStates)), new("decided_on", "besloten_op", "Besloten op", Says.Day), new("decided_by", "besloten_door", "Besloten door", Says.Text),
            new("handed", "hoe_gegeven", "Hoe gegeven", Says.Of(Ways)), new("ground", "grond", "Waarom niet gegeven", Says.Of(RefusalGrounds)), new("because", "toelichting", "Toelichting", Says.Text),
        ]) { From = "copy_part t join copy_request q on q.id = t.copy_request_id where t.dossier_id = $1", Beside = ", 'capacity', q.capacity", Parts = [Mother, Child, Partner], Of = Asked },
    ];

    // What somebody asked is his, in the part that he gets: one parent does not receive what the other asked or said.
    private static IReadOnlyList<string> Asked(JsonElement row, CopyWords words) => PartOf(row.GetProperty("capacity").GetString()!, words.Asker) is { } part ? [part] : [];

    private static IReadOnlyList<string> Whose(JsonElement row, CopyWords words) => row.GetProperty("whose").GetString() is Partner && !IsPartners(words.Asker) ? [] : [row.GetProperty("whose").GetString()!];
}
