using AngleSharp.Dom;
using Flex.Web.Ui;
using Flex.Web.Ui.Charts;
using Xunit;

namespace Flex.Web.Tests.Ui;

public sealed class A_chart
{
    private static readonly ChartBar[] Bars =
    [
        new("Kwetsbaar", 1039, 0.298m), new("Onbekend", 38, 0.29m), new("Zeer kwetsbaar", 3, 0.069m, Suppressed: true),
    ];

    [Fact]
    public async Task Of_bars_shows_the_same_numbers_in_picture_and_table()
    {
        var page = await Rendered.Page<BarChart>(("Id", "klasse"), ("Title", "Mate van kwetsbaarheid"), ("Bars", Bars), ("N", 131L), ("Missing", 2L));

        Assert.Equal(["Kwetsbaar|1.039|29,8 %", "Onbekend|38|29 %", "Zeer kwetsbaar|niet getoond|–"], Rows(page));
        var words = page.QuerySelectorAll("svg text").Select(t => t.TextContent).ToArray();
        Assert.Equal(["Kwetsbaar", "1.039 (29,8 %)", "Onbekend", "38 (29 %)", "Zeer kwetsbaar", "niet getoond"], words);
        Assert.Equal("n = 131 · 2 ontbreken", page.QuerySelector(".flex-chart__basis")!.TextContent);
    }

    [Fact]
    public async Task Gives_a_suppressed_figure_away_nowhere()
    {
        foreach (var html in await Everything())
        {
            Assert.DoesNotContain("6,9", html, StringComparison.Ordinal);
            Assert.DoesNotContain("6.9", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Has_a_name_a_description_a_table_and_no_inline_style()
    {
        foreach (var html in await Everything())
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
            Assert.Empty(page.QuerySelectorAll("[style],style,script"));
            var picture = page.QuerySelector("svg[role=img]")!;
            var named = picture.GetAttribute("aria-labelledby")!.Split(' ').Select(id => page.GetElementById(id)!).ToArray();
            Assert.Equal(["title", "desc"], named.Select(e => e.LocalName));
            Assert.Contains("Kwetsbaar: ", named[1].TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("details > summary + table caption"));
        }
    }

    [Fact]
    public async Task Of_stacked_bars_fills_the_width_and_repeats_every_part_in_words()
    {
        StackedBar[] items = [new("Ik heb meer zelfvertrouwen gekregen", [new("Ja", 30, 0.75m), new("Soms", 9, 0.225m), new("Nee", 1, 0.025m)])];
        var page = await Rendered.Page<StackedBarChart>(("Id", "half-jaar"), ("Title", "Door de kraamzorg …"), ("Items", items));

        Assert.Equal(["Ja|30|75 %", "Soms|9|22,5 %", "Nee|1|2,5 %"], Rows(page));
        var picture = page.QuerySelector("svg[role=img]")!;
        Assert.Equal(["0%|75%", "75%|22.5%", "97.5%|2.5%"], picture.Children.Where(c => c.LocalName == "rect").Select(r => $"{r.GetAttribute("x")}|{r.GetAttribute("width")}"));
        Assert.Equal("Ja 75 % · Soms 22,5 % · Nee 2,5 %", picture.QuerySelectorAll("text").Last().TextContent.Replace('\u00a0', ' '));
        Assert.Equal(3, picture.Children.Where(c => c.LocalName == "rect").Select(r => r.GetAttribute("fill")).Distinct().Count());
    }

    [Fact]
    public async Task Of_columns_draws_heights_in_proportion()
    {
        var page = await Rendered.Page<ColumnChart>(("Id", "uren"), ("Title", "Uren"), ("Bars", (ChartBar[])[new("5-10 uur", 10, null), new("61+", 20, null)]));

        Assert.Equal(["86", "172"], page.QuerySelectorAll("rect").Select(r => r.GetAttribute("height")));
        Assert.Equal(["5-10 uur|10|–", "61+|20|–"], Rows(page));
    }

    [Fact]
    public async Task Without_figures_still_stands()
    {
        Assert.Contains("<svg", await Rendered.Html<BarChart>(("Id", "x"), ("Title", "X"), ("Bars", Array.Empty<ChartBar>())), StringComparison.Ordinal);
        Assert.Contains("<svg", await Rendered.Html<ColumnChart>(("Id", "x"), ("Title", "X"), ("Bars", (ChartBar[])[new("a", 0, 0)])), StringComparison.Ordinal);
        Assert.Contains("<svg", await Rendered.Html<StackedBarChart>(("Id", "x"), ("Title", "X"), ("Items", Array.Empty<StackedBar>())), StringComparison.Ordinal);
    }

    private static async Task<string[]> Everything() =>
    [
        await Rendered.Html<BarChart>(("Id", "a"), ("Title", "T"), ("Bars", Bars)),
        await Rendered.Html<ColumnChart>(("Id", "a"), ("Title", "T"), ("Bars", Bars)),
        await Rendered.Html<StackedBarChart>(("Id", "a"), ("Title", "T"), ("Items", (StackedBar[])[new("Item", Bars)])),
        await Rendered.Html<ShareFigure>(("Id", "a"), ("Title", "T"), ("Bar", Bars[0])),
        await Rendered.Html<ShareFigure>(("Id", "a"), ("Title", "T"), ("Bar", Bars[2] with { Label = "Kwetsbaar" })),
    ];

    private static string[] Rows(IDocument page) =>
    [
        .. page.QuerySelectorAll("details tbody tr").Select(row =>
            string.Join('|', row.QuerySelectorAll("th[scope=row],td").Select(cell => cell.TextContent.Trim()))),
    ];
}
