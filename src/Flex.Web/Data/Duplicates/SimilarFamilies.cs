using Flex.Web.Data.Bulk;
using Npgsql;
using NpgsqlTypes;

namespace Flex.Web.Data.Duplicates;

/// <summary>A dossier that may be of the same family as a new one, and by what they are alike.</summary>
internal sealed record Similar(Guid Dossier, string Why);

/// <summary>Finds and records which dossiers of the programme one new application resembles. Asks and writes the same whether there are any, so that the answer takes as long.</summary>
internal static class SimilarFamilies
{
    // A dossier that was another one is not looked at: the other is.
    private static readonly string Query = $"""
        select f.dossier_id, f.n, f.name from (
            select b.dossier_id, 0 as n, null as name from vault.bsn b where b.lookup = any($1) and b.person = 'mother'
            union all select m.dossier_id, 1, m.name from mother m where m.birth_date = $2
            union all select m.dossier_id, 2, null from {CurrentHome.At("$3", "$6::date")} m
                where (select a.due_date from application a where a.dossier_id = m.dossier_id) = $4) f
        join dossier d on d.id = f.dossier_id and d.programme = $5
        where not exists (select from dossier_end e where e.dossier_id = d.id and e.how = 'dubbel' and e.reopened_on is null)
        order by f.n, f.dossier_id
        """;

    private static readonly string[] Reasons = [Likeness.SameBsn, Likeness.SameMother, Likeness.SameHousehold];

    public static void Ask(Work work, string programme, Likeness of) => work.Add(
        Query,
        Work.Optional(of.BsnHashes(work.Keys), NpgsqlDbType.Bytea | NpgsqlDbType.Array),
        Work.Optional(of.MotherBirth, NpgsqlDbType.Date),
        Work.Optional(of.Household?.Postcode, NpgsqlDbType.Text),
        Work.Optional(of.Household?.Due, NpgsqlDbType.Date),
        programme,
        work.Clock.Today);

    /// <summary>Reads the answer to <see cref="Ask"/>; of a dossier that is alike in several ways the first counts.</summary>
    public static async Task<IReadOnlyList<Similar>> Read(NpgsqlDataReader reader, Likeness of, CancellationToken stop)
    {
        var found = new List<Similar>();
        while (await reader.ReadAsync(stop))
        {
            if (reader.IsDBNull(2) || NearNames.Alike(NearName.Of(reader.GetString(2)), of.Name))
            {
                found.Add(new(reader.GetGuid(0), Reasons[reader.GetInt32(1)]));
            }
        }

        return [.. found.DistinctBy(f => f.Dossier)];
    }

    /// <summary>Keeps what a new dossier resembles, until a person says whether it is the same family.</summary>
    public static void Add(Work work, Guid dossier, IReadOnlyList<Similar> found) => work.Add(
        "insert into resemblance (id, dossier_id, resembles, why, since, entry_id) select i, $4, r, w, $5, $6 from unnest($1, $2, $3) t(i, r, w)",
        Column.Uuid(found, _ => work.Clock.NewId()), Column.Uuid(found, f => f.Dossier), Column.Text(found, f => f.Why), dossier, work.Clock.Today, work.EntryId);
}
