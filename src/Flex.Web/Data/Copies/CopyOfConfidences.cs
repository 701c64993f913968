using System.Text.Json;
using Flex.Domain.Trust;

namespace Flex.Web.Data.Copies;

/// <summary>
/// What was written in confidence, in the mother's part of a copy and in no other: the notes of who keeps the record and those shared with them, each looked at twice
/// before it is given. Notes of another discipline are not there for who reviews; the page says to ask for them.
/// </summary>
internal static class CopyOfConfidences
{
    public static CopyTable Table { get; } = new("confidential_note", "vertrouwelijk", "Vertrouwelijke notitie",
    [
        new("discipline", "beroepsgroep", "Van", Says.Of(Discipline.Options)), new("organisation", "organisatie", "Organisatie", Says.Organisation), new("written_on", "op", "Op", Says.Day), new("written_by", "door", "Door", Says.Text),
        new("sealed", "notitie", "Wat er staat", Text) { Sql = "encode(t.sealed, 'base64')", WordsOnly = true },
    ])
    {
        // The first net; row security is the second.
        From = "confidential_note t where t.dossier_id = $1 and (t.discipline = 'intake' or exists (select from confidential_share s where s.confidential_note_id = t.id and s.discipline = 'intake'))",
        Order = "t.written_on, t.id",
        Careful = static (_, _) => true,
    };

    private static string? Text(JsonElement value, JsonElement row, CopyWords words) =>
        words.Key is not { } key ? null : key.Open<string>(Convert.FromBase64String(value.GetString()!.Replace("\n", "", StringComparison.Ordinal)), Guid.Parse(row.GetProperty("regel").GetString()!));
}
