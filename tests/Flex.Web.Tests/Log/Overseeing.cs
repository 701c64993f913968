using System.Net;
using Flex.Domain.Trust;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Log;

/// <summary>What the privacy officer sees, and the proof that it was looked at.</summary>
public sealed class Overseeing(TestCluster cluster)
{
    [Fact]
    public async Task Counts_per_employee_and_leads_to_every_line_with_name_address_and_right()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}");
        await carer.Get("/beheer/proefberekening");
        using var privacy = await app.Visit("privacy");

        await privacy.Get("/beheer/toezicht");
        Assert.Contains("De demonstratie staat op 15-05-2023. De log houdt bij wanneer iemand echt keek", Looking_at_a_dossier.Text(privacy), StringComparison.Ordinal);
        var row = Assert.Single(Rows(privacy), r => r.StartsWith("demo:kraamverzorgende", StringComparison.Ordinal));
        Assert.Matches(@"Kraamverzorgende, Geboortezorg Limburg 3 1 1 op \d\d-\d\d-20\d\d", row);
        await privacy.Get(privacy.Page.QuerySelectorAll("tbody a").Single(a => a.TextContent == "demo:kraamverzorgende").GetAttribute("href")!);

        Assert.Equal(3, Rows(privacy).Count);
        Assert.Matches(@"Demo kraamverzorgende demo:kraamverzorgende Kraamverzorgende, Geboortezorg Limburg, 127\.0\.0\.1 lezen \(DossierRead\)\. Dossier inzien\. dossier \d+ zorg; beleid " + AccessPolicy.Version, Rows(privacy)[1]);
        Assert.Contains("Geweigerd: poging (Refused). GET /beheer/proefberekening.", Rows(privacy)[0], StringComparison.Ordinal);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'LogRead' and role = 'privacy'"));
        Assert.DoesNotContain("Anna de Proef", privacy.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_apart_what_stands_out()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        var (night, day) = (At(2), At(12));
        await Line(app, "GlassBroken", "p-nood", "jgz", "jgz-zuid-limburg", day, $"'{id}'");
        await Line(app, "DossierRead", "p-vreemd", "jgz", "jgz-zuid-limburg", day, $"'{id}'");
        await Line(app, "DossierRead", "p-eigen", "verloskundige", "demo-verloskunde", day, $"'{id}'");
        await Line(app, "DossierRead", "p-nacht", "verloskundige", "demo-verloskunde", night, $"'{id}'");
        await Line(app, "ListRead", "p-veel", "intaker", "geboortezorg-limburg", day, "null", LogRules.ManyFamilies);
        await Line(app, "ListRead", "p-weinig", "intaker", "geboortezorg-limburg", day, "null", LogRules.ManyFamilies - 1);
        await Line(app, "Refused", "p-mag-niet", "jgz", "jgz-zuid-limburg", day, $"'{id}'", outcome: 8);
        using var privacy = await app.Visit("privacy");

        Assert.Equal(["p-nood"], await Accounts(privacy, "noodknop"));
        Assert.Equal(["p-vreemd"], await Accounts(privacy, "zonder-eigen-werk"));
        Assert.Equal(["p-nacht"], (await Accounts(privacy, "buiten-kantoortijd")).Where(a => a.StartsWith("p-", StringComparison.Ordinal)));
        Assert.Equal(["p-veel"], await Accounts(privacy, "veel-gezinnen"));
        Assert.Equal(["p-mag-niet"], await Accounts(privacy, "geweigerd"));
        Assert.Equal(HttpStatusCode.NotFound, (await privacy.Get("/beheer/toezicht?soort=onzin")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await privacy.Get("/beheer/toezicht?soort=dossier&wie=99999")).StatusCode);
    }

    [Fact]
    public async Task Goes_by_pages_with_few_statements()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        for (var i = 0; i < 120; i++)
        {
            await Line(app, "Refused", "p-druk", "jgz", "jgz-zuid-limburg", At(12).AddSeconds(i / 3), $"'{id}'", outcome: 8);
        }

        using var privacy = await app.Visit("privacy");
        var pages = new List<int>();
        using (var statements = new Statements(app.Database))
        {
            for (var path = "/beheer/toezicht?soort=medewerker&wie=p-druk"; path is not null; path = privacy.Page.QuerySelector("a[rel=next]")?.GetAttribute("href"))
            {
                await privacy.Get(path);
                pages.Add(Rows(privacy).Count);
            }

            Assert.InRange(statements.Asked.Count, 9, 18);
        }

        Assert.Equal([50, 50, 20], pages);
        using var family = new Statements(app.Database);
        await privacy.Get($"/beheer/toezicht?soort=dossier&wie={await app.Database.AsAdmin("select number from dossier")}");
        Assert.InRange(family.Asked.Count, 4, 6);
    }

    [Fact]
    public async Task Keeps_who_reviewed_which_period_and_when()
    {
        await using var app = await App.Start(cluster);
        using var privacy = await app.Visit("privacy");
        await privacy.Get("/beheer/toezicht");
        var act = privacy.Page.QuerySelector("form[method=post] input[name=act]")!.GetAttribute("value")!;
        (string, string)[] sent = [("act", act), ("vanaf", "01-10-2026"), ("tot_en_met", "31-10-2026"), ("bevinding", "Twee keer de noodknop, beide nagevraagd")];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await privacy.Post("/beheer/toezicht", ("act", act), ("vanaf", "01-10-2026"), ("tot_en_met", "30-09-2026"), ("bevinding", "x"))).StatusCode);
        Assert.Equal("30-09-2026", privacy.Page.QuerySelector("#tot_en_met")!.GetAttribute("value"));
        await privacy.Post("/beheer/toezicht", sent);
        await privacy.Post("/beheer/toezicht", sent);

        await privacy.Get("/beheer/toezicht");
        Assert.Contains("Demo privacyfunctionaris01-10-2026 tot en met 31-10-2026: Twee keer de noodknop, beide nagevraagd", Looking_at_a_dossier.Text(privacy), StringComparison.Ordinal);
        Assert.Equal("1 demo:privacy 1", await app.Database.AsAdmin("select concat_ws(' ', count(*), min(reviewed_by), (select count(*) from journal.entry where act = 'LogReviewed')) from log_review"));
    }

    // On a day of the past that lies in the period that is shown.
    private static DateTimeOffset At(int hour) => new(Kept.Today.AddDays(-1).ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    private static async Task Line(App app, string act, string actor, string role, string organisation, DateTimeOffset at, string dossier, int families = 0, int outcome = 0)
    {
        var objects = families == 0 ? "null" : $"(select array_agg(gen_random_uuid()) from generate_series(1, {families}))";
        await app.Database.AsAdmin($"""
            set session_replication_role = replica; select journal.open_segment('{at:yyyy-MM-dd}');
            insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, outcome, mac)
            select gen_random_uuid(), '{at:yyyy-MM-dd HH:mm:ss}+00', 1, '{act}', '{actor}', '{role}', '{organisation}', 'x', '2023-05-15', {dossier}, {objects}, {outcome}, decode(repeat('00', 32), 'hex')
            """);
    }

    private static async Task<List<string>> Accounts(Visitor visitor, string view)
    {
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get($"/beheer/toezicht?soort={view}")).StatusCode);
        return [.. visitor.Page.QuerySelectorAll("tbody .flex-soft, tbody th a").Select(a => a.TextContent).Distinct()];
    }

    private static List<string> Rows(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
