using Flex.Domain.Corrections;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Duplicates;

/// <summary>Which dossiers a family resembles once her name, day of birth or postcode was corrected; looked for as at an application, and told to nobody but who settles it.</summary>
internal sealed record AlikeNow(Guid Dossier, IReadOnlyList<Similar> Found)
{
    private static readonly Actor Seer = Actor.System("gelijkenis");

    // The younger of two is the one that would go on in the other. What was found before stands, settled or not.
    private const string Insert = """
        insert into resemblance (id, dossier_id, resembles, why, since, entry_id)
        select f.i, case when o.number > t.number then o.id else t.id end, case when o.number > t.number then t.id else o.id end, f.w, $5, $6
        from unnest($1, $2, $3) f(i, r, w) join dossier o on o.id = f.r join dossier t on t.id = $4
        where not exists (select from resemblance x where x.dossier_id in (o.id, t.id) and x.resembles in (o.id, t.id))
        """;

    /// <summary>Asks it before anything is written, under the same locks as two applications that may be alike.</summary>
    public static async Task<AlikeNow> Find(DossierInHand hand, CorrectedMother said, CancellationToken stop)
    {
        var (work, head) = (hand.Work, hand.Record.Head);
        if (hand.Record.Life.End is not null || !(said.Has(CorrectionText.NameField) || said.Has(CorrectionText.BornField) || said.Has(CorrectionText.PostcodeField)))
        {
            return new(head.Id, []);
        }

        var likeness = new Likeness(null, said.Now.Born, NearName.Of(said.Now.Name), said.Now.Postcode is { } postcode && head.DueDate is { } due ? (postcode, due) : null);
        work.As(Seer).Add("select pg_advisory_xact_lock(k) from unnest($1) k", likeness.Locks(head.Programme, work.Keys));
        SimilarFamilies.Ask(work, head.Programme, likeness);
        IReadOnlyList<Similar> found = [];
        await using (var row = await work.Read(stop))
        {
            do
            {
                found = row.FieldCount == 3 && row.GetName(0) == "dossier_id" ? await SimilarFamilies.Read(row, likeness, stop) : found;
            }
            while (await row.NextResultAsync(stop));
        }

        work.As(work.Actor);
        return new(head.Id, [.. found.Where(f => f.Dossier != head.Id)]);
    }

    /// <summary>Keeps them, until a person says whether it is the same family; answers every dossier of which the open work changes.</summary>
    public Guid[] Add(Work work)
    {
        if (Found.Count > 0)
        {
            work.As(Seer).Add(Insert, Column.Uuid(Found, _ => work.Clock.NewId()), Column.Uuid(Found, f => f.Dossier), Column.Text(Found, f => f.Why), Dossier, Work.Optional(work.Clock.Today, NpgsqlDbType.Date), work.EntryId).As(work.Actor);
        }

        return [Dossier, .. Found.Select(f => f.Dossier)];
    }
}
