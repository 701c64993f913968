using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;
using Flex.Web.Data;
using Flex.Web.Data.Bulk;

namespace Flex.Web.Features.Imports;

/// <summary>What is known of one of the sender's numbers; without a dossier its row waits for a person, without a day its journal entry is gone.</summary>
internal sealed record KnownNumber(string Number, byte[] Content, Guid? Dossier, Guid Entry, DateOnly? Since, bool Waits);

/// <summary>
/// The sender's own numbers: those in the database and those of the batches that are on their way to it. The same number with
/// the same content is skipped; with other content the row is rejected naming both.
/// </summary>
internal sealed class SenderNumbers(ImportTarget target, string kind)
{
    // Lateral with offset: one look in the index per number, whatever the planner thinks of a table that grows meanwhile.
    private const string ByNumber = """
        select n, r.content, r.dossier_id, r.entry_id, (select e.at from journal.entry e where e.id = r.entry_id)
        from unnest($3) n cross join lateral (select * from import_row x where x.kind = $1 and x.sender = $2 and x.number = n offset 0) r
        """;

    private Dictionary<string, KnownNumber> earlier = new(StringComparer.Ordinal);
    private Dictionary<string, KnownNumber> current = new(StringComparer.Ordinal);
    private Dictionary<string, KnownNumber> stored = new(StringComparer.Ordinal);

    /// <summary>Looks up the numbers of a new batch. The batch before it may still be on its way; the one before that is stored.</summary>
    public async Task Look(IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        (earlier, current, stored) = (current, new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        await using var work = await target.Begin(stop);
        work.Add(ByNumber, kind, target.Sender, Column.Text(rows, r => r.Number));
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var dossier = reader.IsDBNull(2) ? (Guid?)null : reader.GetGuid(2);
            var since = reader.IsDBNull(4) ? (DateOnly?)null : ProgrammeClock.DayOf(reader.GetFieldValue<DateTimeOffset>(4));
            stored[reader.GetString(0)] = new(reader.GetString(0), reader.GetFieldValue<byte[]>(1), dossier, reader.GetGuid(3), since, dossier is null);
        }
    }

    public KnownNumber? Find(string number) =>
        stored.GetValueOrDefault(number) ?? current.GetValueOrDefault(number) ?? earlier.GetValueOrDefault(number);

    /// <summary>Notes that this batch stores a row under its number.</summary>
    public void Take(ImportRow row, byte[] content, Guid? dossier, Guid entry) =>
        current.Add(row.Number, new(row.Number, content, dossier, entry, ProgrammeClock.DayOf(target.Db.Clock.Now), dossier is null));

    /// <summary>Writes the numbers that this batch took.</summary>
    public Action<Work> Writer()
    {
        var taken = current.Values.ToList();
        return work => work.Add(
            "insert into import_row (kind, sender, number, content, dossier_id, entry_id) select $5, $6, n, c, d, e from unnest($1, $2, $3, $4) t(n, c, d, e)",
            Column.Text(taken, t => t.Number), Column.Bytes(taken, t => t.Content), Column.OptionalUuid(taken, t => t.Dossier), Column.Uuid(taken, t => t.Entry), kind, target.Sender);
    }

    /// <summary>Says that a number was used for something else, without saying what that was about.</summary>
    public static Problem Clash(KnownNumber known) => new("nummer", known.Number,
        string.Create(CultureInfo.InvariantCulture, $"Nummer {known.Number} is {(known.Since is { } day ? $"op {Dutch.Day(day)} " : "")}al ingelezen met een andere inhoud ({Reference(known)}). Geef een nieuwe rij een nieuw nummer; verbeter wat er al staat in het dossier."));

    private static string Reference(KnownNumber known) => known.Dossier is { } dossier ? $"dossier {dossier}" : "wacht nog op een beoordeling";
}
