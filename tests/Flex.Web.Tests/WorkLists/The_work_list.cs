using System.Net;
using Flex.Web.Data.Access;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.WorkLists;

public sealed class The_work_list(TestCluster cluster)
{
    [Fact]
    public async Task Shows_the_intaker_what_waits_for_whom_since_when_until_when_and_leads_to_the_act()
    {
        await using var app = await App.Start(cluster);
        var later = await Families.Apply(app, "Later Gekomen", new DateOnly(2023, 5, 14));
        var first = await Families.Apply(app, "Eerst Gekomen", new DateOnly(2023, 5, 1));
        await Families.Admit(app, first, 1);
        var done = await Families.Apply(app, "Al Besloten", new DateOnly(2023, 4, 1));
        await Families.Admit(app, done, 1);
        await Families.Admit(app, done, 2);
        using var visitor = await app.Visit("intaker");

        await visitor.Get("/werk");

        var rows = visitor.Page.QuerySelectorAll("tbody tr");
        Assert.Equal(
            [$"/dossiers/{first}/besluit/2", $"/dossiers/{later}/besluit/2", $"/dossiers/{later}/besluit/1"],
            rows.Select(r => r.QuerySelector("td a")!.GetAttribute("href")));
        Assert.Equal($"Eerst Gekomen dossier {await Number(app, first)} Besluiten (pijler 2) 01-05-2023 14 dagen 03-05-2023 12 dagen te laat", Words(rows[0].TextContent));
        Assert.EndsWith("16-05-2023 morgen", Words(rows[1].TextContent), StringComparison.Ordinal);
        Assert.EndsWith("21-05-2023 over 6 dagen", Words(rows[2].TextContent), StringComparison.Ordinal);
        Assert.Equal("Besluiten 3", Words(visitor.Page.QuerySelector(".flex-facts")!.TextContent));
        Assert.Equal(["2 van 150 plaatsen bezet, 148 over", "1 van 100 plaatsen bezet, 99 over"], visitor.Page.QuerySelectorAll(".flex-places__text").Select(p => p.TextContent));
        Assert.Equal(2, await app.Database.AsAdmin("select cardinality(objects) from journal.entry where act = 'ListRead' and purpose = 'werklijst' and role = 'intaker'"));
    }

    [Fact]
    public async Task Shows_the_office_each_others_work_and_not_what_only_begins_later()
    {
        await using var app = await App.Start(cluster);
        var admitted = await Families.Apply(app, "Met Plaats", new DateOnly(2023, 5, 1), due: new DateOnly(2023, 5, 16));
        await Families.Admit(app, admitted, 1);
        await Families.Admit(app, admitted, 2);
        using var coordinator = await app.Visit("coordinator");

        await coordinator.Get("/werk");
        Assert.Equal(["Plaats bevestigen (pijler 1)", "Plaats bevestigen (pijler 2)"], coordinator.Page.QuerySelectorAll("tbody td a").Select(a => a.TextContent).Order());
        Assert.Equal(["Uw werk", "Werk van de intaker", "Werk van de kraamverzorgende"], coordinator.Page.QuerySelectorAll(".flex-tabs__link").Select(a => a.TextContent));

        await coordinator.Get("/werk?rol=intaker");
        Assert.Equal("Er wacht niets", coordinator.Page.QuerySelector(".flex-empty__title")!.TextContent);
        await coordinator.Get("/werk?rol=kraamverzorgende");
        Assert.Empty(coordinator.Page.QuerySelectorAll("tbody"));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get("/werk?rol=programmabureau")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get("/werk?na=onzin")).StatusCode);

        await app.Database.AsAdmin("set session_replication_role = replica; update work_item set since = since - 2, until = until - 2 where kind = 'geboorte-registreren'");
        await coordinator.Get("/werk?rol=kraamverzorgende");
        Assert.Equal(["Geboorte vastleggen"], coordinator.Page.QuerySelectorAll("tbody td a").Select(a => a.TextContent));
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get("/werk");
        Assert.Equal($"/dossiers/{admitted}/geboorte", carer.Page.QuerySelector("tbody td a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_by_key_with_every_piece_of_work_once()
    {
        await using var app = await App.Start(cluster);
        for (var i = 1; i <= 53; i++)
        {
            await Families.Apply(app, $"Naam {i:000}", new DateOnly(2023, 5, 1).AddDays(i % 7));
        }

        using var visitor = await app.Visit("intaker");
        var seen = new List<string>();
        for (var path = "/werk"; path is not null; path = visitor.Page.QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            await visitor.Get(path);
            seen.AddRange(visitor.Page.QuerySelectorAll("tbody tr").Select(r => Words(r.TextContent)));
        }

        Assert.Equal(106, seen.Count);
        Assert.Equal(106, seen.Select(s => s[..8] + s[s.IndexOf('(', StringComparison.Ordinal)..]).Distinct().Count());
        var until = seen.Select(s => DateOnly.ParseExact(System.Text.RegularExpressions.Regex.Matches(s, @"\d\d-\d\d-\d{4}")[^1].Value, "dd-MM-yyyy")).ToList();
        Assert.Equal(until.Order(), until);
    }

    [Fact]
    public async Task Of_a_kraamverzorgende_pages_by_key_with_every_family_and_every_task_once()
    {
        await using var app = await App.Start(cluster);
        var families = new List<Guid>();
        for (var i = 1; i <= 53; i++)
        {
            families.Add(await Families.Apply(app, $"Naam {i:000}", new DateOnly(2023, 3, 1), born: i % 9 == 0 ? null : new DateOnly(2023, 5, 1).AddDays(i % 5)));
            await Families.Admit(app, families[^1], 1);
        }

        await app.Database.AsAdmin("set session_replication_role = replica; delete from work_item; insert into work_item (dossier_id, kind, part, role, since, until, entry_id) select id, 'geboorte-registreren', 0, 'kraamverzorgende', '2023-05-10', '2023-05-16', id from dossier");
        using var visitor = await app.Visit("kraamverzorgende");

        Assert.Equal(families.Order(), (await Walk(visitor, "a[href$='/geboorte']", "Wat er wacht")).Order());
        Assert.Equal(families.Order(), (await Walk(visitor, "a[href$='/uren']", "Gezinnen")).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/werk?na=onzin")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/werk?verder=onzin")).StatusCode);
    }

    [Fact]
    public async Task Of_who_judges_pages_by_key_with_every_request_once()
    {
        await using var app = await App.Start(cluster);
        for (var i = 1; i <= 53; i++)
        {
            await Families.Admit(app, await Families.Apply(app, $"Naam {i:000}", new DateOnly(2023, 3, 1)), 1);
        }

        await app.Database.AsAdmin("""
            set session_replication_role = replica;
            insert into override_request (id, dossier_id, pillar, replaces, outcome, reason, summary, facts, requested_on, requested_by, requester, paid_organisation, act_id, entry_id)
            select id, dossier_id, 1, id, 'afgewezen', 'r', 's', '', '2023-05-10', 'x', 'x', 'x', id, id from decision;
            insert into work_item (dossier_id, kind, part, role, since, until, entry_id) select dossier_id, 'afwijking-beoordelen', 1, 'programmabureau', '2023-05-10', '2023-05-17', id from decision
            """);
        using var judge = await app.Visit("programmabureau");

        Assert.Equal(53, (await Walk(judge, "a[href^='/werk/afwijking/']", "Bladeren")).Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, (await judge.Get("/werk?na=onzin")).StatusCode);
    }

    // Follows "Volgende" of one list until its end; every line comes once.
    private static async Task<List<Guid>> Walk(Visitor visitor, string line, string list)
    {
        var seen = new List<Guid>();
        for (var path = "/werk"; path is not null; path = visitor.Page.QuerySelector($"nav[aria-label='{list}'] a[rel=next]")?.GetAttribute("href"))
        {
            await visitor.Get(path);
            seen.AddRange(visitor.Page.QuerySelectorAll("tbody " + line).Select(a => Guid.Parse(a.GetAttribute("href")!.Split('/').First(p => p.Length == 36))));
            Assert.True(seen.Count < 200, "the list goes round");
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        return seen;
    }

    [Fact]
    public async Task Shows_who_judges_an_override_what_waits_without_a_name()
    {
        await using var app = await App.Start(cluster);
        var family = await Families.Apply(app, "Zonder Naam", new DateOnly(2023, 5, 1));
        await Families.Admit(app, family, 1);
        var request = Guid.NewGuid();
        await app.Database.AsAdmin("""
            set session_replication_role = replica;
            insert into override_request (id, dossier_id, pillar, replaces, outcome, reason, summary, facts, requested_on, requested_by, requester, paid_organisation, act_id, entry_id)
            select 'REQUEST', dossier_id, 1, id, 'afgewezen', 'r', 's', '', '2023-05-10', 'x', 'x', 'x', id, id from decision;
            insert into work_item (dossier_id, kind, part, role, since, until, entry_id) select dossier_id, 'afwijking-beoordelen', 1, 'programmabureau', '2023-05-10', '2023-05-17', id from decision
            """.Replace("REQUEST", request.ToString(), StringComparison.Ordinal));
        using var judge = await app.Visit("programmabureau");

        await judge.Get("/werk");

        Assert.Equal($"/werk/afwijking/{request}", judge.Page.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Equal("Afwijkend besluit beoordelen (pijler 1) 10-05-2023 5 dagen 17-05-2023 over 2 dagen", Words(judge.Page.QuerySelector("tbody tr")!.TextContent));
        Assert.DoesNotContain("Zonder Naam", judge.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(family, ((Guid[])(await app.Database.AsAdmin("select objects from journal.entry where act = 'OverrideRead'"))!).Single());
    }

    [Fact]
    public async Task Tells_the_intaker_of_a_message_that_failed_after_the_dossier_ended()
    {
        await using var app = await App.Start(cluster);
        var id = await Messages.Post.Decided(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/werk");
        Assert.DoesNotContain("niet aangekomen", intaker.Page.Body!.TextContent, StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/einde");
        await Ends.Ending_a_dossier.End(intaker, id, "verhuisd");
        await app.Database.AsAdmin($"set session_replication_role = replica; update outgoing_mail set state = 'mislukt' where dossier_id = '{id}' and state = 'wacht'");

        await intaker.Get("/werk");

        Assert.Contains("Een bericht is niet aangekomen", intaker.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(intaker.Page.QuerySelector("main a[href='/beheer/post']"));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/werk");
        Assert.DoesNotContain("niet aangekomen", coordinator.Page.Body!.TextContent, StringComparison.Ordinal);
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

        var row = visitor.Page.QuerySelectorAll("tbody tr").Last();
        Assert.Single(visitor.Page.QuerySelectorAll("table"));
        Assert.Contains("geboren 01-05-2023", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/dossiers/{inCare}/uren", row.QuerySelector("td a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Shows_the_jgz_who_is_still_to_come_and_the_applicant_only_the_own_families()
    {
        await using var app = await App.Start(cluster);
        await Families.Admit(app, await Families.Apply(app, "Komt Later", new DateOnly(2023, 3, 1), due: new DateOnly(2023, 9, 1)), 1);
        await Families.Admit(app, await Families.Apply(app, "Komt Eerst", new DateOnly(2023, 3, 2), due: new DateOnly(2023, 6, 1)), 1);
        await Families.Admit(app, await Families.Apply(app, "Al Geboren", new DateOnly(2023, 3, 3), born: new DateOnly(2023, 5, 1)), 1);
        await Families.Apply(app, "Zonder Plaats", new DateOnly(2023, 3, 5), due: new DateOnly(2023, 6, 2));
        await Families.Apply(app, "Van Mijzelf", new DateOnly(2023, 3, 4), due: new DateOnly(2023, 1, 1), organisation: "demo-verloskunde");

        using var jgz = await app.Visit("jgz");
        await jgz.Get("/werk");
        Assert.Equal(["Komt Eerst", "Komt Later"], jgz.Page.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()));
        Assert.Empty(jgz.Page.QuerySelectorAll("tbody a"));

        using var applicant = await app.Visit("verloskundige");
        await applicant.Get("/werk");
        Assert.Equal(["Van Mijzelf"], applicant.Page.QuerySelectorAll("tbody th a").Select(h => h.TextContent.Trim()));
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
                Assert.Equal(Policies.May(role.Code, path == "/werk" ? Policies.SeeWork : Policies.SeeDossiers) ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
                Assert.True(answer.StatusCode == HttpStatusCode.Redirect || visitor.Page.QuerySelector(".flex-empty") is not null, $"{role.Code} {path}");
            }
        }
    }

    [Theory]
    [InlineData("intaker", "/werk")]
    [InlineData("kraamverzorgende", "/werk")]
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

    private static async Task<object?> Number(App app, Guid dossier) => await app.Database.AsAdmin("select number from dossier where id = $1", dossier);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
