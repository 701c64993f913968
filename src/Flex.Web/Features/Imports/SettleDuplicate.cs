using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Npgsql;

namespace Flex.Web.Features.Imports;

/// <summary>What a person says of a row that waits: it is the dossier it resembles, or another family.</summary>
internal enum DuplicateVerdict
{
    Same,
    Different,
}

/// <summary>How settling ended.</summary>
internal enum SettleOutcome
{
    Settled,
    NotFound,
    SettledAlready,
    ReasonMissing,
    ReasonHoldsBsn,
    RowRefused,
}

/// <param name="Dossier">The dossier that the row belongs to now.</param>
/// <param name="Problems">Why the row cannot open a dossier, for <see cref="SettleOutcome.RowRefused"/>.</param>
internal sealed record SettleResult(SettleOutcome Outcome, Guid? Dossier = null, IReadOnlyList<Problem>? Problems = null)
{
    public string Text => Outcome switch
    {
        SettleOutcome.Settled => "De rij is beoordeeld.",
        SettleOutcome.NotFound => "Deze rij is er niet, of u mag haar niet zien.",
        SettleOutcome.SettledAlready => "Deze rij is al beoordeeld. Kijk in het dossier wat er is besloten.",
        SettleOutcome.ReasonMissing => "Vul in waarom dit een ander gezin is.",
        SettleOutcome.ReasonHoldsBsn => Bsn.Misplaced,
        SettleOutcome.RowRefused => "Met deze rij kan geen dossier worden geopend: " + string.Join(" ", (Problems ?? []).Select(p => p.Message)),
    };
}

/// <summary>The sealed body of <see cref="Act.DuplicateSettled"/>.</summary>
internal sealed record SettledBody(string Sender, string Number, string Verdict, string? Reason, Guid Dossier);

/// <summary>Settles a likely duplicate: the same family links the sender's number to its dossier, a different one opens a dossier of its own. Only by the organisation that keeps the record of the family it resembles.</summary>
internal static class SettleDuplicate
{
    private const string Load = """
        select w.programme, w.sender, w.number, w.resembles, w.row, w.settled_as, k.wrapped from likely_duplicate w
        join vault.dossier_key k on k.dossier_id = w.resembles where w.id = $1 and keeps_record(w.resembles) for update of w
        """;

    private sealed record Row(Guid Id, string Programme, string Sender, string Number, DossierKey Resembles, byte[] Sealed, bool Settled);

    public static async Task<SettleResult> Settle(FlexDb db, ProgrammeLibrary library, Actor actor, Guid id, DuplicateVerdict verdict, string? reason)
    {
        var because = reason?.Trim() is { Length: > 0 } text ? text : null;
        if (verdict == DuplicateVerdict.Different && because is null)
        {
            return new(SettleOutcome.ReasonMissing);
        }

        if (Bsn.In(because))
        {
            return new(SettleOutcome.ReasonHoldsBsn);
        }

        await using var work = await db.Begin(actor, "mogelijk dubbel beoordelen");
        if (await Find(work, id) is not { } row)
        {
            return new(SettleOutcome.NotFound);
        }

        return row.Settled ? new(SettleOutcome.SettledAlready)
            : verdict == DuplicateVerdict.Same ? await Link(work, row, because)
            : await Open(work, library, row, because);
    }

    private static async Task<SettleResult> Link(Work work, Row row, string? because)
    {
        Settled(work, row, "same", because, row.Resembles.Dossier);
        await work.Save();
        return new(SettleOutcome.Settled, row.Resembles.Dossier);
    }

    private static async Task<SettleResult> Open(Work work, ProgrammeLibrary library, Row row, string? because)
    {
        var programme = library.Programmes[row.Programme];
        var fields = row.Resembles.Open<Dictionary<string, string>>(row.Sealed, row.Id);
        var parsed = ApplicationRow.Parse(fields.GetValueOrDefault, programme, library.National, work.Clock.Today);
        if (parsed.Application is not { } application)
        {
            return new(SettleOutcome.RowRefused, Problems: parsed.Problems);
        }

        var places = await PlacesLeft.Load(work, row.Programme, CancellationToken.None);
        var dossier = NewDossier.Open(application, library.National.Factors, work.Clock);
        var (decisions, problems) = ApplicationDecisions.Judge(parsed, dossier, programme, places.In, work.Clock);
        if (problems.Count > 0)
        {
            return new(SettleOutcome.RowRefused, Problems: problems);
        }

        Settled(work, row, "different", because, dossier.Id);
        return await Save(work, new ApplicationWriter(programme, row.Sender, [dossier], decisions, []));
    }

    private static async Task<SettleResult> Save(Work work, ApplicationWriter writer)
    {
        writer.Add(work);
        writer.TakePlaces(work);
        try
        {
            await work.Save();
            return new(SettleOutcome.Settled, writer.Dossiers[0].Id);
        }
        catch (PostgresException full) when (full.ConstraintName == "place_never_one_too_many")
        {
            return new(SettleOutcome.RowRefused, Problems: [new("besluit", null, "De laatste plaats is zojuist vergeven.")]);
        }
    }

    // What was said is not needed twice, and may be of another family than the dossier under whose key it waited.
    private static void Settled(Work work, Row row, string verdict, string? because, Guid dossier)
    {
        work.Journal(Act.DuplicateSettled, row.Resembles, new SettledBody(row.Sender, row.Number, verdict, because, dossier));
        work.Add("update likely_duplicate set settled_as = $2, settled_because = $3, entry_id = $4, row = $5 where id = $1",
            row.Id, verdict, Work.Optional(because, NpgsqlTypes.NpgsqlDbType.Text), work.EntryId, row.Resembles.Close(new Dictionary<string, string>(), row.Id));
        work.Add("update import_row set dossier_id = $4 where kind = $1 and sender = $2 and number = $3 and dossier_id is null",
            ImportApplications.Name, row.Sender, row.Number, dossier);
    }

    private static async Task<Row?> Find(Work work, Guid id)
    {
        work.Add(Load, id);
        await using var reader = await work.Read();
        await reader.NextResultAsync();
        if (!await reader.ReadAsync())
        {
            return null;
        }

        var key = DossierKey.Unwrap(work.Keys, reader.GetGuid(3), reader.GetFieldValue<byte[]>(6));
        return new(id, reader.GetString(0), reader.GetString(1), reader.GetString(2), key, reader.GetFieldValue<byte[]>(4), !reader.IsDBNull(5));
    }
}
