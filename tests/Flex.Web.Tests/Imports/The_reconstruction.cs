using Flex.Web.Tests.Reconstruction;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>The reconstructed pilot through the file doors.</summary>
public sealed class The_reconstruction(TestCluster cluster) : IAsyncLifetime
{
    private FileDoor door = null!;

    public async ValueTask InitializeAsync() => door = await FileDoor.Open(cluster);

    public async ValueTask DisposeAsync() => await door.DisposeAsync();

    [Fact]
    public async Task Goes_in_completely()
    {
        var applications = await door.ReadFile("applications", Path.Combine(ReconstructedFiles.Folder, "applications.csv"));

        Assert.Equal((0, ""), (applications.Code, applications.Rejects));
        Assert.Contains("150 opgeslagen, 0 overgeslagen (al eerder ingelezen), 0 wachten op een beoordeling, 0 afgekeurd", applications.Text, StringComparison.Ordinal);
        Assert.Equal(ReconstructedFiles.Evaluated.GroupBy(f => Families.Class(f) ?? "").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}:{g.Count()}"), await Classes());
        Assert.Equal("113/91", await door.One("select string_agg(taken::text, '/' order by pillar) from place where programme = 'zuid-limburg-2021'"));
    }

    private async Task<string[]> Classes() => ((string)(await door.One(
        "select string_agg(c || ':' || n, ',' order by c collate \"C\") from (select coalesce(class, '') c, count(*) n from stats.dossier where applied_on <= '2023-05-31' group by 1) x"))!).Split(',');
}
