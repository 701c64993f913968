using System.Net;
using Flex.Domain.Dossiers;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Messages;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Ends;

/// <summary>What is still open is told, and asked back where the end says that nothing is; it is never refused.</summary>
public sealed class Ending_with_things_open(TestCluster cluster)
{
    private static readonly string[] Open =
    [
        "De uitslag over pijler 1 is nog niet aan het gezin verteld.", "In pijler 1 zijn geen uren vastgelegd.", "Het gezin kan nog zorg krijgen tot 10-11-2023.",
        "Nog te doen: besluiten (pijler 2) en plaats bevestigen (pijler 1).",
    ];

    [Fact]
    public async Task As_completed_tells_what_is_open_and_asks_whether_that_is_so()
    {
        await using var app = await App.Start(cluster);
        var id = await Born(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");
        Assert.Equal(Open, intaker.Page.QuerySelectorAll("main .flex-open li").Select(l => l.TextContent));
        Assert.Null(intaker.Page.QuerySelector("#klopt-einde"));

        var asked = await Ending_a_dossier.End(intaker, id, "afgerond", more: ("toelichting", "Mijn verhaal"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.All([.. Open, "Klopt het dat u het dossier toch afsluit?"], s => Assert.Contains(s, intaker.Page.QuerySelector("#einde-fout")!.TextContent, StringComparison.Ordinal));
        var typed = A_database_that_goes_away.Typed(intaker).ToList();
        Assert.All([("einde", "afgerond"), ("dag", "15-05-2023"), ("toelichting", "Mijn verhaal"), ("zeker", "ja")], f => Assert.Contains(f, typed));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier_end"));

        var answer = await intaker.Post($"/dossiers/{id}/einde", [.. typed, (FieldReader.Confirmed, intaker.Page.QuerySelector("#klopt-einde")!.GetAttribute("value")!)]);

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("afgerond", await app.Database.AsAdmin("select how from dossier_end"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DossierEnded' and dossier_id = $1", id));
    }

    [Theory]
    [InlineData("kind-overleden")]
    [InlineData("moeder-overleden")]
    [InlineData("verhuisd")]
    [InlineData("ingetrokken")]
    public async Task In_a_way_that_leaves_things_open_is_not_questioned(string how)
    {
        await using var app = await App.Start(cluster);
        var id = await Born(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");

        Assert.Equal($"/dossiers/{id}", (await Ending_a_dossier.End(intaker, id, how)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Without_a_place_is_offered_only_to_a_family_that_was_granted_none_and_asks_to_tell_it_first()
    {
        await using var app = await App.Start(cluster);
        var (holder, waits, _) = await PlaceKeeping.A_place_that_comes_free.Full(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{holder}/einde");
        Assert.Null(intaker.Page.QuerySelector("input[name=einde][value=afgewezen]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ending_a_dossier.End(intaker, holder, "afgewezen", more: (FieldReader.Confirmed, "einde=afgewezen"))).StatusCode);
        await intaker.Get($"/dossiers/{waits}/einde");
        Assert.NotNull(intaker.Page.QuerySelector("input[name=einde][value=afgewezen]"));

        await Ending_a_dossier.End(intaker, waits, "afgewezen");

        Assert.Contains("De uitslag over pijler 1 is nog niet aan het gezin verteld. Klopt het", intaker.Page.QuerySelector("#einde-fout")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("uren", intaker.Page.QuerySelector("#einde-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier_end"));
    }

    [Fact]
    public async Task Leaves_a_dossier_that_says_how_it_was_and_no_more_what_is_to_come()
    {
        await using var app = await App.Start(cluster);
        var id = await Born(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("aan de beurt", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.NotNull(intaker.Page.QuerySelector("main .flex-status--ok"));
        await intaker.Get($"/dossiers/{id}/einde");
        await Ending_a_dossier.End(intaker, id, "verhuisd");

        await intaker.Get($"/dossiers/{id}");

        var text = Looking_at_a_dossier.Text(intaker);
        Assert.All(["Toegelaten op 15-05-2023; afgesloten op 15-05-2023", "Niet besloten; afgesloten op 15-05-2023", "Niet aan het gezin verteld."], s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.All(["Nog niet aan het gezin verteld", "aan de beurt", "og niet ingevuld", "Voorstel"], s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        Assert.DoesNotContain(intaker.Page.QuerySelectorAll("main .flex-status--ok"), s => s.Closest("details") is null);
        await intaker.Get("/dossiers");
        Assert.Equal(["Afgesloten", "Pijler 1: was toegelaten", "Pijler 2: geen besluit"], intaker.Page.QuerySelectorAll("main tbody .flex-status").Select(s => s.TextContent.Trim()));
        Assert.All(intaker.Page.QuerySelectorAll("main tbody .flex-status"), s => Assert.Contains("flex-status--neutral", s.ClassName!, StringComparison.Ordinal));
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("De plaats in pijler 1 kwam vrij.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    private static async Task<Guid> Born(App app)
    {
        var id = await new Builder(app).Dossier().Born(new(2023, 5, 10)).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        return id;
    }
}
