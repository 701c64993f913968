using System.IO.Compression;
using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Factsheets;

public sealed class The_factsheet_page(TestCluster cluster) : IAsyncLifetime
{
    private const string Code = "zuid-limburg-2021";
    private App app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await App.Start(cluster, new DateOnly(2026, 11, 21));
        var families = new Families(Code).Add(out var first, "2022-01-01", "verloskundige", cls: "kwetsbaar", count: 1, factors: "R1").Add("2022-01-02");
        await families.Answers(first, "start", "2022-02-01", ("werk", "bijstand")).Into(app.Database);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Shows_every_figure_with_n_missing_definition_and_what_is_invented()
    {
        using var visitor = await app.Visit("onderzoeker");
        var answer = await visitor.Get("/factsheet/" + Code);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Reconstructie, niet voor publicatie", visitor.Page.QuerySelector(".flex-mark")!.TextContent);
        var programme = app.Library.Programmes[Code];
        var charts = visitor.Page.QuerySelectorAll("figure.flex-chart");
        Assert.Equal(programme.Factsheet.Sum(s => s.Figures.Count) - 3, charts.Length); // four statements share one chart
        Assert.All(charts, chart =>
        {
            Assert.Matches("^n = [0-9]", chart.QuerySelector(".flex-chart__basis")!.TextContent);
            Assert.Contains("Reconstructie: ", chart.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(chart.QuerySelector("details .flex-chart__note")!.TextContent.Trim());
            Assert.NotNull(chart.QuerySelector("details table"));
        });
        Assert.Equal("n = 1 · 1 ontbreekt", visitor.Page.QuerySelector("#mate-van-kwetsbaarheid .flex-chart__basis")!.TextContent);
        Assert.All(programme.Factsheet.SelectMany(s => s.Texts), t => Assert.Contains(t.Text, visitor.Page.Body!.TextContent, StringComparison.Ordinal));
        Assert.All(programme.ReferenceFigures, f => Assert.Contains(f.Value, visitor.Page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Empty(visitor.Page.QuerySelectorAll("[style]"));
        Assert.Equal(visitor.Page.QuerySelectorAll("[id]").Length, visitor.Page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Stays_within_the_budget_of_a_first_load()
    {
        using var visitor = await app.Visit("onderzoeker");
        var html = await (await visitor.Get("/factsheet/" + Code)).Content.ReadAsByteArrayAsync();
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(html);
        }

        var assets = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot"), "*.br").Sum(f => new FileInfo(f).Length);
        Assert.InRange(small.Length + assets, 1, 60_000);
    }

    [Fact]
    public async Task Leaves_a_line_in_the_journal()
    {
        using var visitor = await app.Visit("onderzoeker");
        await visitor.Get("/factsheet/" + Code);

        Assert.Equal("onderzoeker|cijfers bekijken: " + Code, await app.Database.AsAdmin("select role || '|' || purpose from journal.entry where act = 'FiguresRead'"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/controle")]
    [InlineData("/pdf")]
    public async Task Of_an_unknown_programme_is_not_found_in_dutch(string below)
    {
        using var visitor = await app.Visit("onderzoeker");
        var answer = await visitor.Get("/factsheet/nergens" + below);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("nergens", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_concept_says_that_figures_will_come()
    {
        using var visitor = await app.Visit("onderzoeker");
        await visitor.Get("/factsheet/maastricht-concept");

        Assert.Contains("nog een concept", visitor.Page.QuerySelector(".flex-empty")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Redirect)]
    [InlineData("gezin", HttpStatusCode.Redirect)]
    [InlineData("gemeente", HttpStatusCode.OK)]
    public async Task Is_for_the_roles_that_see_figures(string? persona, HttpStatusCode expected)
    {
        using var visitor = await app.Visit(persona);

        Assert.Equal(expected, (await visitor.Get("/factsheet/" + Code)).StatusCode);
        Assert.Equal(expected, (await visitor.Get($"/factsheet/{Code}/controle")).StatusCode);
    }

    [Fact]
    public async Task Has_a_check_that_turns_red_where_dossiers_do_not_agree()
    {
        using var visitor = await app.Visit("onderzoeker");
        await visitor.Get($"/factsheet/{Code}/controle");

        Assert.Equal("Differs", visitor.Page.QuerySelector("#aanmelder tbody tr")!.GetAttribute("data-verdict"));
        Assert.Contains("wijkt af", visitor.Page.QuerySelector("#aanmelder")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("niet gepubliceerd", visitor.Page.QuerySelector("#uren-pijler-1")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("[style]"));
    }
}
