using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Flex.Web.Data.Migrations;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Upgrade;

/// <summary>The database that the previous release's demonstration left behind, stored beside this file by tests/make-previous-demo.</summary>
internal static class StoredCopy
{
    // No secret: the families are made up, and the script that makes the copy says the same sentence.
    private const string Sentence = "the key of a stored demonstration is no secret";

    private static readonly string Folder = Path.Combine(ProgrammeCopy.Original, "..", "tests", "Flex.Web.Tests", "Upgrade");

    public static string Figures => File.ReadAllText(Path.Combine(Folder, "previous-demo.figures.json"));

    /// <summary>Restores it as it was.</summary>
    public static async Task<TestDatabase> Restore(TestCluster cluster)
    {
        await using var packed = new GZipStream(File.OpenRead(Path.Combine(Folder, "previous-demo.sql.gz")), CompressionMode.Decompress);
        using var text = new StreamReader(packed, Encoding.UTF8);
        var database = await cluster.Restore(await text.ReadToEndAsync(), own =>
        {
            File.WriteAllBytes(Path.Combine(own.Keys, "master.key"), SHA256.HashData(Encoding.UTF8.GetBytes(Sentence)));
            File.Copy(Path.Combine(Folder, "previous-demo.heads"), Path.Combine(own.Heads, "heads.log"));
        });
        // The journal is chained by transaction numbers, and another server counts from the beginning: let it pass those of the copy.
        await database.AsAdmin("do $$ declare last xid8 := (select max(xid) from journal.entry); begin while pg_current_xact_id() <= last loop commit; end loop; end $$");
        return database;
    }

    /// <summary>Restores it and brings it to this release, as an administrator does.</summary>
    public static async Task<TestDatabase> Upgraded(TestCluster cluster)
    {
        var database = await Restore(cluster);
        Assert.True(await Migrator.Migrate(database.Installation.Connections.Owner, TimeProvider.System) > 0, "the copy is of this release already; make one of the previous release");
        return database;
    }
}
