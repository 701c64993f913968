using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.DryRuns;

/// <summary>A mistake is told with its place, what was typed stays, and nobody's case was looked at.</summary>
public sealed class Criteria_that_cannot_be_tried(TestCluster cluster) : IAsyncLifetime
{
    private App app = null!;
    private Visitor coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await App.Start(cluster);
        coordinator = await app.Visit("coordinator");
        await coordinator.Get(PastFamilies.Page);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DryRunDone'"));
        coordinator.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("{\n  \"version\": v1\n}", "De geplakte tekst, regel 2, kolom 14: Dit is geen geldige JSON.")]
    [InlineData("[]", "De geplakte tekst, regel 1, kolom 1: Het bestand begint niet met een accolade.")]
    [InlineData("{ \"version\": \"v1\", \"pillars\": [] }", "Pijler 1 heeft in deze versie geen voorwaarden.")]
    [InlineData("", "Kies een bestand met criteria, of plak de tekst ervan.")]
    public async Task Come_back_with_the_place_of_the_mistake(string typed, string told)
    {
        var answer = await coordinator.Upload(PastFamilies.Page, ("programma", "zuid-limburg-2021"), ("tekst", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(typed, ((IHtmlTextAreaElement)coordinator.Page.QuerySelector("#tekst")!).Value.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task For_a_pillar_that_the_programme_does_not_have_say_which_it_has()
    {
        await Trying_changed_criteria.Try(coordinator, PastFamilies.Criteria(f => f["pillars"]![1]!["pillar"] = 3));

        var text = Looking_at_a_dossier.Text(coordinator);
        Assert.Contains("Pijler 3 bestaat niet in dit programma. Kies uit: 1, 2.", text, StringComparison.Ordinal);
        Assert.Contains("Pijler 2 heeft in deze versie geen voorwaarden.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_unknown_condition_code_or_field_say_all_of_it_at_once()
    {
        await Trying_changed_criteria.Try(coordinator, PastFamilies.Criteria(f =>
        {
            f.Codes(1, "municipality-in", "GM9999");
            f.Conditions(2)[0]!["kind"] = "horoscoop";
            f["geheim"] = "x";
        }));

        var text = Looking_at_a_dossier.Text(coordinator);
        Assert.Contains("\"GM9999\" is geen bekende code voor gemeente.", text, StringComparison.Ordinal);
        Assert.Contains("\"horoscoop\" is geen bekende code voor soort voorwaarde.", text, StringComparison.Ordinal);
        Assert.Contains("\"geheim\" is hier geen bekend veld.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_file_that_is_too_large_are_not_read()
    {
        var answer = await coordinator.UploadFile(PastFamilies.Page, "bestand", "groot.json", new byte[150_000], ("programma", "zuid-limburg-2021"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Dit is te groot voor criteria: hooguit 100 kB.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_file_that_is_no_text_say_so()
    {
        await coordinator.UploadFile(PastFamilies.Page, "bestand", "plaatje.png", [0x89, 0x50, 0xFF, 0xFE, 0x00], ("programma", "zuid-limburg-2021"));

        Assert.Contains("Het bestand, regel 1, kolom 1: Dit bestand is geen UTF-8.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Do_not_flood_the_page_with_mistakes()
    {
        var many = "{" + string.Join(',', Enumerable.Range(0, 3000).Select(i => $"\"x{i}\":1")) + "}";

        var answer = await coordinator.Upload(PastFamilies.Page, ("programma", "zuid-limburg-2021"), ("tekst", many));

        Assert.Equal(20, coordinator.Page.QuerySelectorAll("#fouten li").Length);
        Assert.True(Encoding.UTF8.GetByteCount(await answer.Content.ReadAsStringAsync()) < 100_000);
    }

    [Fact]
    public async Task Without_a_programme_ask_for_one()
    {
        await coordinator.Upload(PastFamilies.Page, ("programma", "ergens"), ("tekst", "{}"));

        Assert.Contains("Kies een programma.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }
}
