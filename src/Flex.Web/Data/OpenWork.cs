using Flex.Domain.Programmes;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data;

/// <summary>Keeps the stored work in line with what is open in a dossier: the last statement of every act that writes to one.</summary>
internal static class OpenWork
{
    public static void Refresh(Work work, Programme programme, params Guid[] dossiers) => work.Add(
        "select refresh_work($1, $2, $3, $4, $5, $6)",
        dossiers,
        new Npgsql.NpgsqlParameter { Value = programme.Work.DaysByPillar, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
        programme.Work.OtherWithinDays,
        programme.Work.CareMonths,
        work.Clock.Today,
        work.EntryId);

    /// <summary>Finds what is open in dossiers of which nobody looked yet: those of before there was a work list, or whose work a migration let be found anew.</summary>
    public static async Task SetMissing(FlexDb db, IEnumerable<Programme> programmes)
    {
        foreach (var programme in programmes)
        {
            await using var work = await db.Begin(Actor.System("werk"), "openstaand werk bepalen");
            work.Add("select coalesce(array_agg(d.id), '{}') from dossier d where d.programme = $1 and not exists (select from work_item w where w.dossier_id = d.id and w.done_on is null) and not exists (select from dossier_end e where e.dossier_id = d.id)", programme.Code);
            Guid[] missing;
            await using (var reader = await work.Read())
            {
                await reader.NextResultAsync();
                missing = await reader.ReadAsync() ? reader.GetFieldValue<Guid[]>(0) : [];
            }

            if (missing.Length > 0)
            {
                work.Journal(Act.WorkSet);
                Refresh(work, programme, missing);
                await work.Save();
            }
        }
    }
}
