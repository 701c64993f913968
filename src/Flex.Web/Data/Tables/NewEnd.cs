using Flex.Domain.Ends;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>
/// The end of a dossier that is about to be written. The database releases its places, stops what waits to be sent and withdraws what was asked.
/// Its journal line is <see cref="Journal.Act.DossierEnded"/> and comes first: by it the end waits for the acts that are under way.
/// </summary>
internal sealed record NewEnd(Guid Id, Guid Dossier, Guid EntryId, Guid ActId, DossierEnding Ending, string EndedBy, Guid? MergedInto = null)
{
    public static void Add(Work work, NewEnd end) => work.Add(
        """
        insert into dossier_end (id, dossier_id, ended_on, how, because, receives_care, may_agree, merged_into, ended_by, act_id, entry_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        end.Id, end.Dossier, end.Ending.On, end.Ending.How, Work.Optional(end.Ending.Because, NpgsqlDbType.Text), Work.Optional(end.Ending.ReceivesCare, NpgsqlDbType.Text),
        Work.Optional(end.Ending.MayAgree, NpgsqlDbType.Text), Work.Optional(end.MergedInto, NpgsqlDbType.Uuid), end.EndedBy, end.ActId, end.EntryId);
}

/// <summary>The sealed body of <see cref="Journal.Act.DossierReopened"/>; the pillars in which a place was taken again, and those in which the family waits for one.</summary>
internal sealed record ReopenedBody(string Because, IReadOnlyList<int> Places, IReadOnlyList<int>? Waits = null);
