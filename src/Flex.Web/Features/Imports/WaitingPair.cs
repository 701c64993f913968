using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;

namespace Flex.Web.Features.Imports;

/// <summary>A waiting application beside the dossier it resembles: only what is needed to tell them apart, never a BSN.</summary>
public sealed record WaitingPair(Guid Id, Guid Dossier, string Why, DateOnly Since, bool Settled, IReadOnlyList<ComparedLine> Lines)
{
    private const string Purpose = "mogelijk dubbel beoordelen";

    internal static async Task<WaitingPair?> Read(FlexDb db, Actor actor, Guid id, CancellationToken stop)
    {
        if (await Find(db, actor, id, stop) is not var (dossier, why, since, row, settled) || await OpenDossier.Read(db, actor, Purpose, dossier, stop) is not var (record, key))
        {
            return null;
        }

        return new(id, dossier, why, since, settled, [.. Compare(key.Open<Dictionary<string, string>>(row, id), record)]);
    }

    private static async Task<(Guid Dossier, string Why, DateOnly Since, byte[] Row, bool Settled)?> Find(FlexDb db, Actor actor, Guid id, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, Purpose, stop);
        work.Add("select resembles, why, waiting_since, row, settled_as is not null from likely_duplicate where id = $1", id);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop)
            ? (reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<byte[]>(3), reader.GetBoolean(4))
            : null;
    }

    private static IEnumerable<ComparedLine> Compare(Dictionary<string, string> said, DossierRecord record)
    {
        var head = record.Head;
        yield return new("Naam van de moeder", said.GetValueOrDefault("naam_moeder"), head.Mother);
        yield return new("Geboortedatum van de moeder", Said("geboortedatum_moeder"), Day(head.MotherBirthDate));
        yield return new("Postcode", said.GetValueOrDefault("postcode")?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), record.PostcodeNow);
        yield return new("Uitgerekend", Said("uitgerekend"), Day(head.DueDate));
        yield return new("Kind geboren op", Said("geboren_op"), Day(head.BirthDate));
        yield return new("Ontvangen op", Said("ontvangen_op"), Day(head.ReceivedOn));
        yield return new("Aangemeld voor", said.GetValueOrDefault("pijlers") is { } pillars ? "pijler " + pillars.Replace("+", " en ", StringComparison.Ordinal) : null, "pijler " + string.Join(" en ", head.Pillars));

        string? Said(string field) => said.GetValueOrDefault(field) is { } text ? FieldReader.DayOf(text) is { } day ? Dutch.Date(day) : text : null;
    }

    private static string? Day(DateOnly? day) => day is { } known ? Dutch.Date(known) : null;
}
