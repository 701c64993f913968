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
        await StoredWork.Matches(door.Database, FileDoor.Library);
    }

    [Fact]
    public async Task Tells_no_end_so_that_closing_is_asked_a_term_after_the_file_came_and_is_nowhere_too_late()
    {
        await door.ReadFile("applications", Path.Combine(ReconstructedFiles.Folder, "applications.csv"));
        var today = (string)(await door.One("select ((now() at time zone 'Europe/Amsterdam')::date)::text"))!;

        Assert.True(await door.Count($"work_item where kind = 'afsluiten' and done_on is null and since = '{today}'") > 60);
        Assert.Equal(0, await door.Count($"work_item where kind = 'afsluiten' and done_on is null and (since < '{today}' or until <> since + 7)"));
        Assert.Equal(0, await door.Count("dossier_end"));
        await StoredWork.Matches(door.Database, FileDoor.Library);
    }

    [Fact]
    public async Task Has_the_classes_of_the_factsheet()
    {
        await door.ReadFile("applications", Path.Combine(ReconstructedFiles.Folder, "applications.csv"));

        Assert.Equal(133, await door.Count("stats.dossier where applied_on <= '2023-05-31'"));
        Assert.Equal(2, await door.Count("stats.dossier where applied_on <= '2023-05-31' and class is null"));
        Assert.Equal(8, await door.Count("stats.dossier where applied_on <= '2023-05-31' and class = 'zelfredzaam'"));
        Assert.Equal(38, await door.Count("stats.dossier where applied_on <= '2023-05-31' and class = 'onbekend'"));
        Assert.Equal(9, await door.Count("stats.dossier where applied_on <= '2023-05-31' and class = 'zeer-kwetsbaar'"));
        Assert.Equal(129, await door.Count("stats.dossier where applied_on <= '2023-05-31' and factor_count is not null"));
    }

    [Fact]
    public async Task Takes_its_care_and_questionnaires_along()
    {
        await door.ReadFile("applications", Path.Combine(ReconstructedFiles.Folder, "applications.csv"));

        var care = await door.ReadFile("care", Path.Combine(ReconstructedFiles.Folder, "care.csv"));
        var answers = await door.ReadFile("questionnaires", Path.Combine(ReconstructedFiles.Folder, "questionnaires.csv"));

        Assert.Equal((0, ""), (care.Code, care.Rejects));
        Assert.Equal("", answers.Rejects.Length > 900 ? answers.Rejects[..900] : answers.Rejects);
        Assert.Equal((long)ReconstructedFiles.Care.Count, await door.Count("care_entry"));
        Assert.Equal((long)ReconstructedFiles.Care.Sum(c => c.Quarters), await door.One("select sum(quarters) from care_entry"));
        Assert.Equal((long)ReconstructedFiles.Questionnaires.Count, await door.Count("response"));
        Assert.Equal(0, await door.Count("care_entry c where not exists (select from journal.entry e where e.id = c.entry_id and e.dossier_id = c.dossier_id and e.body is not null)"));
    }

    [Theory]
    [InlineData("applications")]
    [InlineData("care")]
    [InlineData("questionnaires")]
    public async Task Read_again_is_skipped_whole(string kind)
    {
        await door.ReadFile("applications", Path.Combine(ReconstructedFiles.Folder, "applications.csv"));
        await door.ReadFile(kind, Path.Combine(ReconstructedFiles.Folder, kind + ".csv"));
        var before = await door.Everything();

        var again = await door.ReadFile(kind, Path.Combine(ReconstructedFiles.Folder, kind + ".csv"));

        Assert.Equal(0, again.Code);
        Assert.Contains(": 0 opgeslagen", again.Text.Replace("gelezen", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(before, await door.Everything());
    }

    private async Task<string[]> Classes() => ((string)(await door.One(
        "select string_agg(c || ':' || n, ',' order by c collate \"C\") from (select coalesce(class, '') c, count(*) n from stats.dossier where applied_on <= '2023-05-31' group by 1) x"))!).Split(',');
}
