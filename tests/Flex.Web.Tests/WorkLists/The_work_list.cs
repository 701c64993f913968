using System.Net;
using Flex.Web.Data.Access;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.WorkLists;

public sealed class The_work_list(TestCluster cluster)
{
    [Theory]
    [InlineData("intaker")]
    [InlineData("coordinator")]
    public async Task Shows_who_decides_what_waits_since_when_and_leads_to_the_act(string role)
    {
        await using var app = await App.Start(cluster);
        var later = await Families.Apply(app, "Later Gekomen", new DateOnly(2023, 5, 14));
        var first = await Families.Apply(app, "Eerst Gekomen", new DateOnly(2023, 5, 1));
        await Families.Admit(app, first, 1);
        var done = await Families.Apply(app, "Al Besloten", new DateOnly(2023, 4, 1));
        await Families.Admit(app, done, 1);
        await Families.Admit(app, done, 2);
        using var visitor = await app.Visit(role);

        await visitor.Get("/werk");

        var rows = visitor.Page.QuerySelectorAll("tbody tr");
        Assert.Equal(["Eerst Gekomen", "Later Gekomen"], rows.Select(r => r.QuerySelector("th")!.TextContent.Trim()));
        Assert.Contains("01-05-2023 14 dagen", Words(rows[0].TextContent), StringComparison.Ordinal);
        Assert.Contains("1 dag", Words(rows[1].TextContent), StringComparison.Ordinal);
        Assert.Contains("niet beoordeeld", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal([$"/dossiers/{first}/besluit/2"], rows[0].QuerySelectorAll("td a").Select(a => a.GetAttribute("href")));
        Assert.Equal([$"/dossiers/{later}/besluit/1", $"/dossiers/{later}/besluit/2"], rows[1].QuerySelectorAll("td a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["2 van 150 plaatsen bezet, 148 over", "1 van 100 plaatsen bezet, 99 over"], visitor.Page.QuerySelectorAll(".flex-places__text").Select(p => p.TextContent));
        Assert.Equal(2, await app.Database.AsAdmin("select cardinality(objects) from journal.entry where act = 'ListRead' and purpose = 'werklijst' and role = $1", role));
    }

    [Fact]
    public async Task Leads_a_kraamverzorgende_to_the_hours_of_families_with_a_place()
    {
        await using var app = await App.Start(cluster);
        var inCare = await Families.Apply(app, "In Zorg", new DateOnly(2023, 3, 1), born: new DateOnly(2023, 5, 1));
        await Families.Admit(app, inCare, 2);
        await Families.Apply(app, "Zonder Plaats", new DateOnly(2023, 3, 2));
        using var visitor = await app.Visit("kraamverzorgende");

        await visitor.Get("/werk");

        var row = Assert.Single(visitor.Page.QuerySelectorAll("tbody tr"));
        Assert.Contains("geboren 01-05-2023", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/dossiers/{inCare}/uren", row.QuerySelector("td a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Shows_the_jgz_who_is_still_to_come_and_the_applicant_only_the_own_families()
    {
        await using var app = await App.Start(cluster);
        await Families.Apply(app, "Komt Later", new DateOnly(2023, 3, 1), due: new DateOnly(2023, 9, 1));
        await Families.Apply(app, "Komt Eerst", new DateOnly(2023, 3, 2), due: new DateOnly(2023, 6, 1));
        await Families.Apply(app, "Al Geboren", new DateOnly(2023, 3, 3), born: new DateOnly(2023, 5, 1));
        await Families.Apply(app, "Van Mijzelf", new DateOnly(2023, 3, 4), due: new DateOnly(2023, 1, 1), organisation: "demo-verloskunde");

        using var jgz = await app.Visit("jgz");
        await jgz.Get("/werk");
        Assert.Equal(["Komt Eerst", "Komt Later"], jgz.Page.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()));

        using var applicant = await app.Visit("verloskundige");
        await applicant.Get("/werk");
        Assert.Equal(["Van Mijzelf"], applicant.Page.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()));
        Assert.Contains("Pijler 1: nog geen besluit", applicant.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_for_those_who_may_see_dossiers_and_says_what_comes_when_it_is_empty()
    {
        await using var app = await App.Start(cluster);
        foreach (var role in Roles.All)
        {
            using var visitor = await app.Visit(role.Code);
            foreach (var path in (string[])["/werk", "/dossiers"])
            {
                var answer = await visitor.Get(path);
                Assert.Equal(Policies.May(role.Code, Policies.SeeDossiers) ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
                Assert.Equal(answer.StatusCode == HttpStatusCode.OK, visitor.Page.QuerySelector(".flex-empty") is not null);
            }
        }
    }

    [Theory]
    [InlineData("intaker", "/werk")]
    [InlineData("jgz", "/werk")]
    [InlineData("verloskundige", "/dossiers")]
    public async Task Asks_at_most_six_statements(string role, string path)
    {
        await using var app = await App.Start(cluster);
        await Families.Apply(app, "Een Gezin", new DateOnly(2023, 5, 1));
        using var visitor = await app.Visit(role);
        using var statements = new Statements(app.Database);

        await visitor.Get(path);

        Assert.InRange(statements.Asked.Count, 3, 6);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
