using Flex.Web.Tests.Support;
using Flex.Web.Tests.WorkLists;

namespace Flex.Web.Tests.Searches;

public sealed class What_a_search_reads(TestCluster cluster)
{
    private const int Others = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // As the application's own role, with row security on: a server that says how many rows it passed is the judge.
    [Theory]
    [InlineData("Jilmaz")]
    [InlineData("van den Jilmaz Muhammed")]
    [InlineData("moh jilmas")]
    public async Task By_sound_is_looked_up_and_never_all_the_names(string typed)
    {
        await using var app = await App.Start(cluster);
        await Families.Apply(app, "Mohammed Yilmaz", new DateOnly(2023, 5, 1));
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into mother_name_part (dossier_id, part, sound, entry_id) select gen_random_uuid(), 'x' || md5(i::text), md5(i::text), gen_random_uuid() from generate_series(1, {Others}) i");
        await app.Database.AsAdmin("analyze mother_name_part");
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/zoeken");
        var before = (long)(await app.Database.AsAdmin("select seq_tup_read from pg_stat_user_tables where relname = 'mother_name_part'"))!;

        await intaker.Post("/zoeken", ("naam", typed));

        Assert.Contains("Mohammed Yilmaz", intaker.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // A session tells what it read when it ends.
        app.Database.Installation.App.Clear();
        using var patience = new CancellationTokenSource(Patience);
        while ((long)(await app.Database.AsAdmin("select idx_scan from pg_stat_user_indexes where indexrelname = 'mother_name_part_by_sound'"))! == 0)
        {
            await Task.Delay(50, patience.Token);
        }

        Assert.InRange((long)(await app.Database.AsAdmin("select seq_tup_read from pg_stat_user_tables where relname = 'mother_name_part'"))! - before, 0, Others / 10);
    }
}
