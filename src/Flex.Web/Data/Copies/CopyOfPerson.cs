using Flex.Domain.Dossiers;
using Flex.Domain.Identities;
using Flex.Domain.Trust;
using static Flex.Domain.Rights.CopyCodes;

namespace Flex.Web.Data.Copies;

/// <summary>Who she is, where she lives and how she is reached, in a copy.</summary>
internal static class CopyOfPerson
{
    private const string Who = "wie";
    private const string Period = "json_build_object('van', lower(t.during), 'tot_en_met', upper(t.during) - 1)";

    public static IReadOnlyList<CopyTable> Tables { get; } =
    [
        new("dossier", Who, "Het dossier",
        [
            new("number", "dossiernummer", "Nummer van het dossier", Says.Text), new("programme", "programma", "Programma", (_, _, w) => w.Names.Programme.Name),
            new("organisation", "aangemeld_via", "Aangemeld via", Says.Organisation), new("opened_on", "geopend_op", "Geopend op", Says.Day),
        ]) { From = "dossier t where t.id = $1", Parts = [Mother, Child, Partner, Answers], Of = static (_, _) => [Mother, Child, Partner, Answers] },
        new("mother", Who, "De moeder",
        [
            new("name", "naam", "Naam", Says.Text), new("birth_date", "geboortedatum", "Geboren op", Says.Day), new("postcode", "postcode", "Postcode bij de aanvraag", Says.Text),
            new("house_number", "huisnummer", "Huisnummer bij de aanvraag", Says.Text), new("telephone", "telefoon", "Telefoon", Says.Text), new("language", "taal", "Taal", Says.Of(ContactCodes.Languages)), new("interpreter", "tolk", "Tolk nodig", Says.YesNo),
        ]) { Key = "'moeder'", Order = "t.name" },
        new("residence", Who, "Waar u woont", [During(), new("municipality", "gemeente", "Gemeente", Says.Municipality) { Sql = "case when shield_of(t.dossier_id) is null then t.municipality end" }, new("postcode", "postcode", "Postcode", Says.Text)]) { Key = "lower(t.during)::text", Order = "t.during" },
        new("insurance", Who, "Uw zorgverzekering", [During(), new("insurer", "verzekeraar", "Verzekeraar", Says.Text), new("concern", "concern", "Hoort bij", Says.Text)]) { Key = "lower(t.during)::text", Order = "t.during" },
        new("provision", Who, "Wie de kraamzorg geeft", [During(), new("provider", "aanbieder", "Aanbieder", Says.Provider)]) { Key = "lower(t.during)::text", Order = "t.during" },
        new("safe_contact", Who, "Hoe wij u veilig bereiken",
        [
            new("from_day", "vanaf", "Vanaf", Says.Day), new("means", "hoe", "Hoe", Says.All(SafeContactCodes.Means)), new("at_moment", "wanneer", "Wanneer", Says.Text), new("reads_along", "leest_mee", "Leest of luistert mee", Says.Of(SafeContactCodes.ReadsAlong)),
        ]) { Careful = static (_, _) => true },
        new("address_shield", Who, "Uw adres afgeschermd", [new("kind", "hoe", "Hoe", Says.Of(AddressShield.Kinds)), new("said_on", "op", "Op", Says.Day), new("said_by", "door", "Door", Says.Text), new("because", "toelichting", "Toelichting", Says.Text)]) { Careful = static (_, _) => true },
        new("fact_check", Who, "Gegevens opnieuw nagevraagd",
        [
            new("occasion", "aanleiding", "Aanleiding", Says.Text), new("checked_on", "op", "Op", Says.Day), new("checked_by", "door", "Door", Says.Text), new("changed", "veranderd", "Veranderd", Says.All(CopyCodesOfRows.Changed)),
            new("judged_on", "bekeken_op", "Daarna bekeken op", Says.Day), new("judged_by", "bekeken_door", "Bekeken door", Says.Text), new("judged_because", "besloten", "Besloten", Says.Text),
        ]),
        new("identity_check", Who, "Nagekeken wie iemand is",
        [
            Person(), new("status", "hoe", "Hoe", Says.Of(IdentityCodes.Statuses)), new("document", "document", "Document", Says.Of(IdentityCodes.Documents)), new("document_last", "laatste_tekens", "Laatste tekens van het nummer", Says.Text),
            new("checked_on", "op", "Op", Says.Day), new("checked_by", "door", "Door", Says.Text),
        ]) { Parts = [Mother, Child], Of = static (row, _) => OfPerson(row) },
        new("vault.bsn", Who, "Wij weten het BSN", [Person()]) { Key = "t.person", Order = "t.person", Parts = [Mother, Child], Of = static (row, _) => OfPerson(row) },
        new("no_bsn", Who, "Geen BSN", [Person(), new("reason", "reden", "Reden", Says.Of(IdentityCodes.NoBsnReasons)), new("said_on", "op", "Op", Says.Day), new("said_by", "door", "Opgeschreven door", Says.Text)])
        { Parts = [Mother, Child], Of = static (row, _) => OfPerson(row) },
    ];

    private static CopyField During() => new("during", "periode", "Wanneer", Says.Period) { Sql = Period };

    private static CopyField Person() => new("person", "van_wie", "Van wie", Says.Of(CopyCodesOfRows.Persons));

    private static IReadOnlyList<string> OfPerson(System.Text.Json.JsonElement row) => row.GetProperty("person").GetString() == PersonId.Mother ? [Mother] : [Child];
}
