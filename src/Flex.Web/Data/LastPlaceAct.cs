using Flex.Domain.Places;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Data;

/// <summary>What was last done about a place of a family: for telling the second of two people who was first.</summary>
internal sealed record LastPlaceAct(Guid? Act, string Sentence)
{
    private const string Query = """
        select e.id, e.act, e.at, e.body from (
            select h.entry_id from held_place h where h.dossier_id = $1 and h.pillar = $2
            union select c.entry_id from waiting_check c where c.dossier_id = $1 and c.pillar = $2
            union select d.entry_id from decision d where d.dossier_id = $1 and d.pillar = $2) x
        join journal.entry e on e.id = x.entry_id order by e.at desc, e.id desc limit 1
        """;

    /// <summary>Null when nothing was ever done.</summary>
    public static async Task<LastPlaceAct?> Read(FlexDb db, Actor actor, string purpose, (DossierKey Key, int Pillar) about, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, purpose, stop);
        work.Add(Query, about.Key.Dossier, about.Pillar);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        var at = Ui.Dutch.Moment(ProgrammeClock.InAmsterdam(reader.GetFieldValue<DateTimeOffset>(2)));
        var body = reader.IsDBNull(3) ? new(null, null, null, null) : about.Key.Open<Said>(reader.GetFieldValue<byte[]>(3), reader.GetGuid(0));
        return new(body.Act, $"{body.By ?? body.DecidedBy ?? "Het systeem"} {Did(body, reader.GetString(1))} ({at}).");
    }

    private static string Did(Said body, string act) => PlaceSteps.Parse(body.Step) is { } step ? PlaceSteps.DoneOf(step)
        : act == nameof(Journal.Act.PlaceLapsed) ? "heeft de plaats laten vervallen omdat de termijn voorbij was"
        : act == nameof(Journal.Act.DossierEnded) ? "heeft het dossier afgesloten"
        : "heeft hierover besloten";

    // What the bodies of a decision and of a step with a place have in common.
    private sealed record Said(Guid? Act, string? Step, string? By, string? DecidedBy);
}
