using System.Text;
using Flex.Web.Tests.Commands;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>Stopped half-way, in whatever way, and run again, an import ends as one that was left alone.</summary>
public sealed class An_interrupted_import(TestCluster cluster) : IAsyncLifetime
{
    private const int Most = 4_500;
    private const int Few = 2_000;
    private FileDoor door = null!;
    private string file = "";

    public async ValueTask InitializeAsync()
    {
        door = await FileDoor.Open(cluster);
        file = door.Write(Encoding.UTF8.GetBytes(Rows.File(Enumerable.Range(0, Most).Select(Family))));
    }

    public async ValueTask DisposeAsync() => await door.DisposeAsync();

    [Fact]
    public async Task Killed_and_run_again_ends_as_one_undisturbed_run()
    {
        var connections = door.Database.Installation.Connections;
        var environment = new Dictionary<string, string> { ["FLEX_DB_OWNER"] = connections.Owner, ["FLEX_DB_APP"] = connections.App, ["FLEX_DB_STATS"] = connections.Stats };
        using (var import = FlexProcess.With(environment, "import", "applications", file, "--programme", "zuid-limburg-2021", "--rejects", door.Rejects, "--data", door.Database.Installation.Folder.Root))
        {
            await SomeRows();
            await import.Die();
        }

        Assert.InRange(await door.Count("dossier"), 1, Most - 500);
        await EndsAsUndisturbed();
    }

    [Fact]
    public async Task Cut_off_from_the_database_says_so_and_run_again_ends_the_same()
    {
        var reading = door.ReadFile("applications", file);
        await SomeRows();
        await door.One($"select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'flex_app' and datname = (select datname from pg_stat_activity where pid = pg_backend_pid())");

        var said = await reading;

        Assert.Equal(1, said.Code);
        Assert.Contains("De verbinding met de database viel weg", said.Text, StringComparison.Ordinal);
        door.Database.Installation.App.Clear();
        await EndsAsUndisturbed();
    }

    [Fact]
    public async Task Broken_off_by_hand_says_so_and_run_again_ends_the_same()
    {
        using var stop = new CancellationTokenSource();
        var reading = door.ReadFile("applications", file, stop: stop.Token);
        await SomeRows();
        await stop.CancelAsync();

        var said = await reading;

        Assert.Contains("Afgebroken", said.Text, StringComparison.Ordinal);
        await EndsAsUndisturbed();
    }

    [Fact]
    public async Task Two_of_the_same_file_at_once_end_as_one()
    {
        var both = await Task.WhenAll(door.ReadFile("applications", file), door.ReadFile("applications", file));

        Assert.Equal(Most - 2, await door.Count("dossier"));
        Assert.All(both, said => Assert.DoesNotContain("viel weg", said.Text, StringComparison.Ordinal));
        await EndsAsUndisturbed();
    }

    [Fact]
    public async Task Of_which_another_took_a_place_since_it_judged_begins_again_and_keeps_what_is_so()
    {
        const string Taken = "set session_replication_role = replica; update place set taken = taken + 1 where pillar = 1";
        // Few enough to leave places: nothing but what a decision says of them makes it begin again.
        var few = door.Write(Encoding.UTF8.GetBytes(Rows.File(Enumerable.Range(0, Few).Select(Family))));
        await using var held = new Npgsql.NpgsqlConnection(door.Database.AdminConnection);
        await held.OpenAsync(TestContext.Current.CancellationToken);
        await using (var writes = await held.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var hold = new Npgsql.NpgsqlCommand("lock table import_row in share mode", held);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var reading = door.ReadFile("applications", few);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while ((long)(await door.One("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"))! == 0)
            {
                await Task.Delay(5, patience.Token);
            }

            await door.One(Taken);
            await writes.CommitAsync(TestContext.Current.CancellationToken);

            Assert.Contains("Iemand anders schreef tegelijk.", (await reading).Text, StringComparison.Ordinal);
        }

        // As if that place was taken before; the first row makes the places.
        await using var other = await FileDoor.Open(cluster);
        await other.ReadFile("applications", other.Write(Encoding.UTF8.GetBytes(Rows.File([Family(0)]))));
        await other.One(Taken);
        await other.ReadFile("applications", few);
        Assert.Equal(Few - 1, await door.Count("dossier"));
        Assert.Equal(await other.Everything(), await door.Everything());
    }

    // Row 1,500 is wrong, row 2,500 resembles the first, every third is admitted to a pillar that fills up on the way.
    private static Dictionary<string, string> Family(int n) => n switch
    {
        1_500 => Rows.Family(n, ("aanmelder", "x")),
        2_500 => Rows.Family(n, ("bsn", "999959979")),
        0 => Rows.Family(n, ("bsn", "999959979")),
        _ when n % 30 == 1 => Rows.Family(n, ("besluit_1", "toegelaten"), ("besluit_1_op", "2022-03-05")),
        _ => Rows.Family(n),
    };

    private async Task SomeRows()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await door.Count("dossier") == 0)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private async Task EndsAsUndisturbed()
    {
        var again = await door.ReadFile("applications", file);
        await using var other = await FileDoor.Open(cluster);
        var undisturbed = await other.ReadFile("applications", file);

        Assert.Equal((1, 1), (again.Code, undisturbed.Code));
        Assert.Equal(undisturbed.Rejects, again.Rejects);
        Assert.Equal(await other.Everything(), await door.Everything());
        Assert.Equal(Most - 2, await door.Count("dossier"));
    }
}
