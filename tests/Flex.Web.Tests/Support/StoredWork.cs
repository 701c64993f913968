using Flex.Domain.Programmes;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Tests.Support;

/// <summary>The stored work must be what is open, for every dossier: an act that forgets to say what it changed shows here.</summary>
internal static class StoredWork
{
    private const string Differences = """
        with wanted as (select * from open_work(array(select id from dossier where programme = $1), $2, $3, $4)),
             stored as (select w.dossier_id, w.kind, w.part, w.role, w.since, w.until from work_item w join dossier d on d.id = w.dossier_id where d.programme = $1 and w.done_on is null)
        select string_agg(x::text, E'\n') from (
            (select 'not stored', w.* from wanted w except select 'not stored', s.* from stored s)
            union all (select 'not open', s.* from stored s except select 'not open', w.* from wanted w)) x
        """;

    public static Task Matches(App app) => Matches(app.Database, app.Library);

    public static async Task Matches(TestDatabase database, ProgrammeLibrary library)
    {
        foreach (var programme in library.Programmes.Values)
        {
            Assert.Equal(DBNull.Value, await database.AsAdmin(Differences, Arguments(programme)));
        }
    }

    /// <summary>The programme's code and what open_work wants to know of it, from $1 on.</summary>
    public static object[] Arguments(Programme programme) => [programme.Code, programme.Work.DaysByPillar, programme.Work.OtherWithinDays, programme.Work.CareMonths];
}
