using System.Security.Cryptography;
using System.Text;

namespace Flex.Web.Data.Cluster;

/// <summary>
/// A PostgreSQL server of this installation alone: a Unix socket that only the account may enter, no port, no password.
/// A server that is running already is used; the last user stops it.
/// </summary>
internal sealed class PrivateCluster : IAsyncDisposable
{
    public const string Admin = "flex_admin";
    private const int SocketPathLimit = 107;
    private readonly ServerPrograms programs;
    private readonly DataFolder folder;
    private FileStream? share;

    private PrivateCluster(ServerPrograms programs, DataFolder folder)
    {
        this.programs = programs;
        this.folder = folder;
    }

    public string SocketFolder { get; private set; } = "";

    private string Data => Path.Combine(folder.Cluster, "data");

    /// <summary>Starts or joins the server in <paramref name="folder"/>; <paramref name="durable"/> is false in tests only.</summary>
    public static async Task<PrivateCluster> Start(DataFolder folder, bool durable = true)
    {
        var cluster = new PrivateCluster(ServerPrograms.Newest(), folder);
        cluster.share = Share(folder.UsersLock);
        await cluster.Prepare(durable);
        await cluster.Run(durable);
        return cluster;
    }

    /// <summary>Stops a server that still runs in <paramref name="folder"/> and removes what an installation made there, nothing else; refused while somebody uses it.</summary>
    public static async Task Remove(DataFolder folder)
    {
        using (Share(folder.UsersLock))
        {
        }

        await using var alone = TryExclusive(folder.UsersLock) ?? throw new RefusedException("Er draait nog een demonstratie op deze gegevens. Stop die eerst.");
        var server = ServerPrograms.Newest();
        var data = Path.Combine(folder.Cluster, "data");
        await server.Try("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
        if ((await server.Try("pg_ctl", "-D", data, "status")).Code == 0)
        {
            throw new RefusedException($"De server in {data} stopt niet; er is niets weggegooid.");
        }

        folder.Clear();
    }

    public string ConnectionString(string role, string database) =>
        $"Host={SocketFolder};Username={role};Database={database};Cancellation Timeout=-1;Maximum Pool Size=40;Include Error Detail=false";

    public async ValueTask DisposeAsync()
    {
        share?.Dispose();
        share = null;
        if (TryExclusive(folder.UsersLock) is { } alone)
        {
            await using (alone)
            {
                await programs.Try("pg_ctl", "-D", Data, "-m", "fast", "-t", "5", "-w", "stop");
            }
        }
    }

    private async Task Prepare(bool durable)
    {
        await programs.MakeFolder(folder.Cluster);
        await programs.MustReach(folder.Cluster);
        SocketFolder = Path.Combine(folder.Cluster, "s");
        if (Encoding.UTF8.GetByteCount(SocketFolder + "/.s.PGSQL.5432.lock") > SocketPathLimit)
        {
            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Root)))[..12];
            SocketFolder = Path.Combine(Path.GetTempPath(), "flex-" + name);
        }

        await programs.MakeFolder(SocketFolder);
        if (!await programs.Exists(Path.Combine(Data, "PG_VERSION")))
        {
            await programs.Run("initdb", ["-D", Data, "--auth=trust", "--username=" + Admin, "--encoding=UTF8", "--locale=C.UTF-8",
                "--data-checksums", "--no-instructions", .. durable ? Array.Empty<string>() : ["--no-sync"]]);
        }
    }

    private async Task Run(bool durable)
    {
        if ((await programs.Try("pg_ctl", "-D", Data, "status")).Code == 0)
        {
            return;
        }

        var options = $"-c listen_addresses='' -c unix_socket_directories='{SocketFolder}' -c unix_socket_permissions=0700 -c max_connections={(durable ? 120 : 240)} -c shared_buffers=256MB -c max_wal_size=2GB"
            + (durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        await programs.Run("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(folder.Cluster, "server.log"), "-o", options, "start");
    }

    // A shared lock per user of the server: the kernel gives it back when a process dies, however it dies.
    private static FileStream Share(string path)
    {
        using (File.Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
        {
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    private static FileStream? TryExclusive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
