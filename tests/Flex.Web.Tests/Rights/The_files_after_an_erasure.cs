using System.Text;
using Flex.Web.Data;
using Flex.Web.Data.Cluster;
using Flex.Web.Data.Migrations;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Rights;

/// <summary>A server of its own, whose files are read as bytes: what docs/running.md says of erasure is what happens.</summary>
public sealed class The_files_after_an_erasure : IAsyncLifetime
{
    // Letters that a name key keeps as they are.
    private const string Canary = "zwartkopgrasmus";
    private const string Bsn = "999990019";
    private const string Telephone = "0611223399";

    private readonly DataFolder folder = DataFolder.Open(Path.Combine(Path.GetTempPath(), "flex-e" + Guid.NewGuid().ToString("N")[..8]));
    private PrivateCluster cluster = null!;

    public async ValueTask InitializeAsync()
    {
        cluster = await PrivateCluster.Start(folder, durable: false);
        await ClusterSetup.Run(cluster);
        await Migrator.Migrate(Connections.To(cluster).Owner, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await cluster.DisposeAsync();
        Directory.Delete(folder.Root, recursive: true);
    }

    [Fact]
    public async Task Hold_nothing_of_the_family_once_the_steps_of_the_manual_are_done()
    {
        var database = new TestDatabase(ClusterSetup.Database, Installation.On(folder, Connections.To(cluster)), Admin, _ => Task.CompletedTask);
        var log = new StringWriter();
        await using var app = await App.Start(null!, on: database, with: o => o with { Log = log });
        await Apply(app);
        await Run("analyze", "checkpoint");
        Assert.Contains("base", Places(Search()));
        Assert.Contains("pg_wal", Places(Search()));
        Assert.Contains(Canary, await Dump(), StringComparison.OrdinalIgnoreCase);

        await Destroying.Everything(app);

        Assert.DoesNotContain(Canary, await Dump(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Canary, log.ToString(), StringComparison.OrdinalIgnoreCase);
        // Honest: not yet. The bytes lie there until the space is used again.
        await Run("checkpoint");
        Assert.Contains("base", Places(Search()));

        await Run("delete from pg_statistic", "vacuum full", "analyze", "alter system set wal_recycle = off", "select pg_reload_conf()");
        Assert.Contains("pg_wal", Places(Search()));
        await Run("select pg_switch_wal()", "checkpoint", "select pg_switch_wal()", "checkpoint", "alter system reset wal_recycle");

        Assert.Equal([], Search());
        await Run("select 1");
    }

    private static async Task Apply(App app)
    {
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get("/aanmelden");
        var answer = await midwife.Post("/aanmelden", new FormFields().With("naam_moeder", Canary + " van test").With("bsn", Bsn).With("telefoon", Telephone).With("huisnummer", "7 " + Canary[..8]).With("opmerking", "Belt liever niet, zegt " + Canary)
            .With("aanmelder_mail", Canary + "@test.example").All);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.SeeOther, midwife.Page.QuerySelector("main")?.TextContent);
    }

    private async Task Run(params string[] commands)
    {
        foreach (var command in commands)
        {
            await using var connection = new NpgsqlConnection(Admin);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var run = new NpgsqlCommand(command, connection);
            await run.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private Task<string> Dump() => ServerPrograms.Newest().Run("pg_dump", "-h", cluster.SocketFolder, "-U", PrivateCluster.Admin, ClusterSetup.Database);

    private string Admin => cluster.ConnectionString(PrivateCluster.Admin, ClusterSetup.Database) + ";Pooling=false;Command Timeout=300";

    // Every file of the installation but the programs' sockets and locks.
    private List<string> Search() => [.. Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories)
        .Where(f => !Path.GetFileName(f).Contains(".s.PGSQL", StringComparison.Ordinal) && Sings(f)).Select(f => Path.GetRelativePath(folder.Root, f))];

    private static string Places(IEnumerable<string> files) => string.Join(' ', files.Select(f => f.Split(Path.DirectorySeparatorChar)).Select(p => p.Length > 2 ? p[2] : p[0]).Distinct());

    private static bool Sings(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        open.CopyTo(copy);
        var text = Encoding.Latin1.GetString(copy.GetBuffer(), 0, (int)copy.Length);
        return ((string[])[Canary, Bsn, Telephone]).Any(c => text.Contains(c, StringComparison.OrdinalIgnoreCase));
    }
}
