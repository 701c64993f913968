using System.Net;
using AngleSharp.Html.Dom;
using Flex.Web.Data.Journal;
using Flex.Web.Features.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Decisions;

public sealed class Judging_an_override(TestCluster cluster)
{
    private const string Mother = "Zonder Naambord";

    [Fact]
    public async Task Shows_the_summary_and_nothing_that_tells_who_it_is()
    {
        await using var app = await App.Start(cluster);
        var (id, request) = await Asked(app, "Heerlen", "afgewezen");
        using var judge = await app.Visit("programmabureau");

        await judge.Get($"/werk/afwijking/{request}");

        var page = judge.Page.DocumentElement.OuterHtml;
        Assert.Contains("Gevraagd op 15-05-2023 door Demo intaker", judge.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("juni 2023", page, StringComparison.Ordinal);
        Assert.All((string[])["Naambord", id.ToString(), "02-03-1995", "20-06-2023", "6411"], secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'OverrideRead' and dossier_id = $1", id));
        Assert.Equal(HttpStatusCode.Redirect, (await judge.Get($"/dossiers/{id}")).StatusCode);
    }

    [Theory]
    [InlineData("Heerlen", "afgewezen", "toegelaten", 1, 0, "vrijgegeven")]
    [InlineData("Maastricht", "toegelaten", "afgewezen", 0, 1, "gereserveerd")]
    public async Task With_approval_makes_the_decision_takes_or_gives_back_the_place_and_is_journaled(string municipality, string wanted, string stood, int before, int after, string place)
    {
        await using var app = await App.Start(cluster);
        var (id, request) = await Asked(app, municipality, wanted);
        Assert.Equal(before, await app.Database.AsAdmin("select taken from place where pillar = 1"));
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");

        var answer = await Judge(judge, request, "goedkeuren");

        Assert.Equal("/werk", answer.Headers.Location?.OriginalString);
        Assert.Equal($"{wanted}|afwijking|Demo programmabureau|trendbreuk|Demo intaker|{stood}", await app.Database.AsAdmin(
            "select concat_ws('|', d.outcome, d.kind, d.approved_by, d.approved_organisation, d.decided_by, r.outcome) from current_decision d join decision r on r.id = d.replaces where d.dossier_id = $1", id));
        Assert.Equal(after, await app.Database.AsAdmin("select taken from place where pillar = 1"));
        Assert.Equal(place, await app.Database.AsAdmin("select state from held_place where dossier_id = $1", id));
        Assert.Equal("goedgekeurd|trendbreuk", await app.Database.AsAdmin("select state || '|' || judged_organisation from override_request where id = $1", request));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'OverrideJudged' and dossier_id = $1 and body is not null", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'afwijking-beoordelen' and done_on is null"));
        Assert.Equal((0, 0), await Replayed(app));
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Dit wijkt af van het vorige besluit; goedgekeurd door Demo programmabureau.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Eerdere besluiten (1)", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft een afwijkend besluit goedgekeurd: ", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_refusal_needs_a_reason_and_leaves_the_decision_as_it_stands()
    {
        await using var app = await App.Start(cluster);
        var (id, request) = await Asked(app, "Heerlen", "afgewezen");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Judge(judge, request, "afkeuren")).StatusCode);
        Assert.NotNull(judge.Page.QuerySelector("#reden-fout"));
        await Judge(judge, request, "afkeuren", "Te weinig gehoord van het gezin");

        Assert.Equal("afgekeurd|Te weinig gehoord van het gezin", await app.Database.AsAdmin("select state || '|' || judged_because from override_request"));
        Assert.Equal("toegelaten", await app.Database.AsAdmin("select outcome from current_decision where dossier_id = $1", id));
        Assert.Equal(1, await app.Database.AsAdmin("select taken from place where pillar = 1"));
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("afgekeurd door Demo programmabureau: Te weinig gehoord van het gezin", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_is_told_who_judged_and_the_same_again_is_no_refusal()
    {
        await using var app = await App.Start(cluster);
        var (_, request) = await Asked(app, "Heerlen", "afgewezen");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");
        await Judge(judge, request, "goedkeuren");

        Assert.Equal("/werk", (await Judge(judge, request, "goedkeuren")).Headers.Location?.OriginalString);
        var other = await Judge(judge, request, "afkeuren", "Toch niet");

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("Demo programmabureau heeft dit op 15-05-2023 al goedgekeurd.", Looking_at_a_dossier.Text(judge), StringComparison.Ordinal);
        Assert.Equal("Toch niet", ((IHtmlTextAreaElement)judge.Page.QuerySelector("#reden")!).Value);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from decision"));
    }

    [Fact]
    public async Task At_the_same_moment_makes_one_decision()
    {
        await using var app = await App.Start(cluster);
        var (_, request) = await Asked(app, "Maastricht", "toegelaten");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var judge = await app.Visit("programmabureau");
            await judge.Get($"/werk/afwijking/{request}");
            return (await Judge(judge, request, i % 2 == 0 ? "goedkeuren" : "afkeuren", "Reden " + i)).StatusCode;
        }));

        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.SeeOther));
        Assert.Equal(7, answers.Count(a => a == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Without_a_place_left_is_told_and_stores_nothing()
    {
        await using var app = await App.Start(cluster);
        var (_, request) = await Asked(app, "Maastricht", "toegelaten");
        await app.Database.AsAdmin("set session_replication_role = replica; update place set taken = 150 where pillar = 1");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");

        var answer = await Judge(judge, request, "goedkeuren", "Goed onderbouwd");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Er is geen plaats meer in pijler 1. Er is niets veranderd; het verzoek wacht nog.", Looking_at_a_dossier.Text(judge), StringComparison.Ordinal);
        Assert.Equal("Goed onderbouwd", ((IHtmlTextAreaElement)judge.Page.QuerySelector("#reden")!).Value);
        Assert.Equal("wacht|1|0", await app.Database.AsAdmin("select concat_ws('|', (select state from override_request), (select count(*) from decision), (select count(*) from journal.entry where act = 'OverrideJudged'))"));
    }

    [Fact]
    public async Task By_the_organisation_that_is_paid_is_refused_by_the_page_and_by_the_database()
    {
        await using var app = await App.Start(cluster);
        var (_, request) = await Asked(app, "Heerlen", "afgewezen");
        await app.Database.AsAdmin("set session_replication_role = replica; update override_request set paid_organisation = 'trendbreuk'");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");
        Assert.Contains("U mag dit niet beoordelen", Looking_at_a_dossier.Text(judge), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await Judge(judge, request, "goedkeuren")).StatusCode);

        Assert.Equal("wacht", await app.Database.AsAdmin("select state from override_request"));
        await using var work = await app.Db.Begin(new Actor("demo:programmabureau", "Demo", "programmabureau", "trendbreuk"), "test");
        work.Journal(Act.OverrideJudged);
        work.Add("update override_request set state = 'goedgekeurd', judged_on = '2023-05-15', judged_by = 'x', judge = 'demo:programmabureau', judged_organisation = 'trendbreuk' where id = $1", request);
        Assert.Equal("override_judged_elsewhere", (await Assert.ThrowsAsync<PostgresException>(work.Save)).ConstraintName);
    }

    [Theory]
    [InlineData("intaker")]
    [InlineData("coordinator")]
    [InlineData("gemeente")]
    public async Task By_another_role_is_refused(string persona)
    {
        await using var app = await App.Start(cluster);
        var (_, request) = await Asked(app, "Heerlen", "afgewezen");
        using var visitor = await app.Visit(persona);
        await visitor.Get("/");

        await Judge(visitor, request, "goedkeuren");

        Assert.Equal("wacht", await app.Database.AsAdmin("select state from override_request"));
    }

    /// <summary>Approves what waits in a dossier.</summary>
    internal static async Task Approve(App app, Guid dossier)
    {
        using var judge = await app.Visit("programmabureau");
        var request = (Guid)(await app.Database.AsAdmin("select id from override_request where dossier_id = $1 and state = 'wacht'", dossier))!;
        await judge.Get($"/werk/afwijking/{request}");
        Assert.Equal("/werk", (await Judge(judge, request, "goedkeuren")).Headers.Location?.OriginalString);
    }

    /// <summary>Sends what the page that was opened last would send.</summary>
    internal static Task<HttpResponseMessage> Judge(Visitor judge, Guid request, string verdict, string reason = "") =>
        judge.Post($"/werk/afwijking/{request}", ("oordeel", verdict), ("reden", reason), ("act", Guid.NewGuid().ToString()), ("gezien", judge.Page.QuerySelector("[name=gezien]")?.GetAttribute("value") ?? ""));

    internal static async Task<(Guid Dossier, Guid Request)> Asked(App app, string municipality, string wanted)
    {
        var id = await new Builder(app).Dossier().Of(Mother).In(municipality).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Deviate(intaker, id, 1, wanted, "Een goede reden");
        return (id, (Guid)(await app.Database.AsAdmin("select id from override_request where dossier_id = $1", id))!);
    }

    private static async Task<(int, int)> Replayed(App app)
    {
        var output = new StringWriter();
        var code = await Replay.Run(app.Db, app.Library, output);
        Assert.Contains("2 besluiten en 1 beoordelingen nagerekend", output.ToString(), StringComparison.Ordinal);
        return (code, output.ToString().Contains(" 0 verschillen.", StringComparison.Ordinal) ? 0 : 1);
    }
}
