using System.Globalization;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>A file of many rows goes in whole, and what the importer holds does not grow with it: a million rows with --long.</summary>
public sealed class A_large_file(TestCluster cluster) : IAsyncLifetime
{
    private const long MostHeld = 64_000_000;
    private FileDoor door = null!;

    public async ValueTask InitializeAsync() => door = await FileDoor.Open(cluster);

    public async ValueTask DisposeAsync() => await door.DisposeAsync();

    [Fact]
    public async Task Goes_in_whole_and_leaves_nothing_in_memory()
    {
        var rows = Seed.Long ? 1_000_000 : 3_000;
        var path = door.Write([]);
        await using (var file = new StreamWriter(path))
        {
            await file.WriteLineAsync(string.Join(',', Rows.Columns));
            foreach (var row in Enumerable.Range(0, rows).Select(Family))
            {
                await file.WriteLineAsync(string.Join(',', Rows.Columns.Select(c => row[c])));
            }
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var said = await door.ReadFile("applications", path);

        Assert.True(said.Code == 0, said.Text);
        Assert.Equal((rows, rows), (await door.Count("dossier"), await door.Count("import_row")));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostHeld);
    }

    // Unlike every other family in name, postcode and number, whatever the size of the file.
    private static Dictionary<string, string> Family(int n)
    {
        var letters = new string([.. Enumerable.Range(0, 12).Select(i => (char)('a' + (int)((ulong)(n + 1) * 2654435761 * (ulong)(i + 7) >> 8) % 26))]);
        return Rows.Family(n % 4000,
            ("nummer", n.ToString("0000000", CultureInfo.InvariantCulture) + "-G"),
            ("naam_moeder", "Test-" + letters + " " + new string([.. letters.Reverse()])),
            ("postcode", $"{1000 + (n / 676)}{(char)('A' + (n / 26 % 26))}{(char)('A' + (n % 26))}"));
    }
}
