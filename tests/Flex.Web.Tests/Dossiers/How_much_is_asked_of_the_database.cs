using System.Net;
using System.Net.Http.Json;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Dossiers;

/// <summary>A page about one dossier asks 12 statements: who acts, the ten of a dossier, and the look in the journal. What differs says why.</summary>
public sealed class How_much_is_asked_of_the_database(TestCluster cluster)
{
    private const int Dossier = 12;

    [Fact]
    public async Task By_a_letter_is_a_dossier_and_the_line_that_it_was_opened()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Decided(app);
        using var kept = intaker;

        await Budget(app, Dossier + 1, () => intaker.Get($"/dossiers/{id}/brief/1"));
        // The journal, who told, and what is open now.
        await Budget(app, Dossier + 3, () => intaker.Post($"/dossiers/{id}/brief/1", ("act", Guid.NewGuid().ToString()), ("version", Version(intaker)), ("hoe", "gesprek")), HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task By_a_place_is_a_dossier_and_by_a_step_what_it_changes()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Decided(app);
        intaker.Dispose();
        using var coordinator = await app.Visit("coordinator");

        await Budget(app, Dossier, () => coordinator.Get($"/dossiers/{id}/plaats/1"));
        // The journal, the place, and what is open now.
        await Budget(app, Dossier + 3, () => coordinator.Post($"/dossiers/{id}/plaats/1", [.. Hidden(coordinator), ("stap", "bevestigen")]), HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task By_an_override_that_is_asked_is_a_dossier()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Decided(app);
        using var kept = intaker;

        await Budget(app, Dossier, () => intaker.Get($"/dossiers/{id}/afwijken/1"));
        await Budget(app, Dossier, () => intaker.Post($"/dossiers/{id}/afwijken/1", ("act", Guid.NewGuid().ToString()), ("besluit", "afgewezen"), ("reden", "Een goede reden")));
    }

    [Theory]
    [InlineData("zelfde")]
    [InlineData("ander")]
    public async Task By_two_dossiers_side_by_side_is_both_and_what_is_alike(string verdict)
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "andere-praktijk");
        var made = await Resembling.Apply(app, FormFields.Bsn);
        using var intaker = await app.Visit("intaker");

        // Each of the two looks is in the journal of its own dossier.
        await Budget(app, (2 * Dossier) + 2, () => intaker.Get($"/werk/lijkt-op/{made}"));
        // Both again, then one act on two dossiers: the same family also ends the new one, tells who applied and carries over what only it said.
        await Budget(app, (2 * Dossier) + (verdict == "zelfde" ? 17 : 9), () => intaker.Post(Resembling.Action(intaker), ("act", Resembling.Act(intaker)), ("oordeel", verdict), ("reden", "Gebeld met haar.")), HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task By_applying_and_deciding_as_json_is_as_by_the_page()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        using var intaker = await app.Visit("intaker");
        var body = new FormFields().With("ontvangen_op").All.Where(f => f.Name is not "klopt" and not "act").GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.Count() == 1 ? (object)g.First().Value : g.Select(f => f.Value).ToArray());
        var (first, second) = (await Api.Applying_and_deciding_as_json.Token(midwife), await Api.Applying_and_deciding_as_json.Token(intaker));
        Guid id = default;

        // Alone with what may be alike, what was sent before and what it resembles; then one insert per table, of which those from a select count twice:
        // dossier, key, mother, her name, home, insurer, application, contact, assessment, factors.
        await Budget(app, 26, async () =>
        {
            var answer = await midwife.Send("/api/v1/applications", JsonContent.Create(body), first);
            id = Guid.Parse(answer.Headers.Location!.OriginalString["/dossiers/".Length..]);
            return answer;
        }, HttpStatusCode.Created);

        // The journal, the decision, the place, and what is open now; the counter takes an insert from a select for two.
        // A decision also decides anew who pays what was given: as the rule, the facts as they are now, and as oneself again.
        await Budget(app, Dossier + 6 + 3, () => intaker.Send($"/api/v1/dossiers/{id}/decisions", JsonContent.Create(new Dictionary<string, object> { ["pijler"] = 1, ["besluit"] = "toegelaten" }), second), HttpStatusCode.Created);
    }

    private static async Task<(Guid, Visitor)> Decided(App app)
    {
        var id = await new Builder(app).Dossier().Save();
        var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Decisions.Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        return (id, intaker);
    }

    // Not one more, and not so many fewer that the bound says nothing.
    private static async Task Budget(App app, int most, Func<Task<HttpResponseMessage>> ask, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var statements = new Statements(app.Database);
        var answer = await ask();
        Assert.True(statements.Asked.Count <= most && statements.Asked.Count >= most - 3, $"{statements.Asked.Count} of {most}:\n{string.Join("\n", statements.Asked)}");
        Assert.Equal(expected, answer.StatusCode);
    }

    private static string Version(Visitor visitor) => visitor.Page.QuerySelector("main form input[name=version]")!.GetAttribute("value")!;

    private static IEnumerable<(string, string)> Hidden(Visitor visitor) =>
        visitor.Page.QuerySelectorAll("main form input[type=hidden]").Where(i => i.GetAttribute("name") is "act" or "version").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
}
