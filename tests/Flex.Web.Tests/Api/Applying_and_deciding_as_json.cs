using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Api;

public sealed class Applying_and_deciding_as_json(TestCluster cluster)
{
    [Fact]
    public async Task Stores_what_the_page_stores_with_its_journal_and_open_work()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        using var intaker = await app.Visit("intaker");

        var applied = await Send(midwife, "/api/v1/applications", Body());
        var dossier = (await Json(applied)).GetProperty("dossier").GetGuid();
        var decided = await Send(intaker, $"/api/v1/dossiers/{dossier}/decisions", new() { ["pijler"] = 1, ["besluit"] = "toegelaten", ["act"] = Guid.NewGuid() });

        Assert.Equal((HttpStatusCode.Created, $"/dossiers/{dossier}"), (applied.StatusCode, applied.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.Created, decided.StatusCode);
        Assert.Equal("""{"pillar":1,"outcome":"toegelaten"}""", $$"""{"pillar":{{(await Json(decided)).GetProperty("pillar")}},"outcome":"{{(await Json(decided)).GetProperty("outcome")}}"}""");
        Assert.Equal($"{FormFields.Mother}|{{1,2}}|kwetsbaar|toegelaten|Demo intaker|gereserveerd", await app.Database.AsAdmin("""
            select concat_ws('|', m.name, a.pillars::text, s.class, d.outcome, d.decided_by, h.state) from mother m join application a using (dossier_id) join assessment s using (dossier_id)
            join decision d using (dossier_id) join held_place h using (dossier_id)
            """));
        Assert.Equal("ApplicationReceived verloskundige,Decided intaker", await app.Database.AsAdmin("select string_agg(act || ' ' || role, ',' order by act) from journal.entry where dossier_id = $1 and body is not null", dossier));
        await StoredWork.Matches(app);
    }

    [Fact]
    public async Task Counts_the_same_act_once_and_says_what_conflicts()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        using var intaker = await app.Visit("intaker");
        var first = await Json(await Send(midwife, "/api/v1/applications", Body()));

        Assert.Equal(first.GetRawText(), (await Json(await Send(midwife, "/api/v1/applications", Body()))).GetRawText());
        var otherwise = Body();
        otherwise["opmerking"] = "Iets anders.";
        var conflict = await Send(midwife, "/api/v1/applications", otherwise);
        var path = $"/api/v1/dossiers/{first.GetProperty("dossier").GetGuid()}/decisions";
        await Send(intaker, path, new() { ["pijler"] = 1, ["besluit"] = "toegelaten" });
        var late = await Send(intaker, path, new() { ["pijler"] = 1, ["besluit"] = "afgewezen", ["reden"] = "Toch niet" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("act-nummer is al gebruikt", (await Json(conflict)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("Demo intaker heeft op 15-05-2023 al besloten: toegelaten tot pijler 1.", (await Json(late)).GetProperty("detail").GetString());
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    [Fact]
    public async Task With_something_wrong_names_the_fields_in_Dutch_and_stores_nothing()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        using var intaker = await app.Visit("intaker");
        var id = await new Builder(app).Dossier().Save();
        var wrong = Body();
        (wrong["geboortedatum_moeder"], wrong["naam_moeder"], wrong["postcode"]) = ("31-02-1995", null, "12345");

        var application = await Send(midwife, "/api/v1/applications", wrong);
        var nowhere = await Send(midwife, "/api/v1/applications", new() { ["programma"] = "nergens" });
        var decision = await Send(intaker, $"/api/v1/dossiers/{id}/decisions", new() { ["pijler"] = 1, ["besluit"] = "afgewezen" });
        var pillar = await Send(intaker, $"/api/v1/dossiers/{id}/decisions", new() { ["besluit"] = "afgewezen" });
        var unknown = await Send(intaker, $"/api/v1/dossiers/{Guid.NewGuid()}/decisions", new() { ["pijler"] = 1, ["besluit"] = "afgewezen", ["reden"] = "x" });

        Assert.All([application, nowhere, decision, pillar], a => Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (a.StatusCode, a.Content.Headers.ContentType!.MediaType)));
        Assert.Equal(["geboortedatum_moeder", "naam_moeder", "postcode"], (await Json(application)).GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        Assert.Equal("Vul een reden in: u besluit anders dan het voorstel.", (await Json(decision)).GetProperty("errors").GetProperty("reden")[0].GetString());
        Assert.Equal("Noem het nummer van de pijler.", (await Json(pillar)).GetProperty("errors").GetProperty("pijler")[0].GetString());
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("1|0", await app.Database.AsAdmin("select (select count(*) from dossier) || '|' || (select count(*) from decision)"));
    }

    [Theory]
    [InlineData("[1]", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("""{"act":{"a":1}}""", "application/json")]
    [InlineData("act=1", "application/x-www-form-urlencoded")]
    public async Task That_is_no_flat_json_is_refused_in_Dutch(string body, string type)
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        using var content = new StringContent(body, Encoding.UTF8, type);

        var answer = await SendRaw(midwife, "/api/v1/applications", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Dit verzoek klopt niet", (await Json(answer)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Needs_the_session_the_role_and_its_token()
    {
        await using var app = await App.Start(cluster);
        using var stranger = await app.Visit();
        using var midwife = await app.Visit("verloskundige");
        using var researcher = await app.Visit("onderzoeker");
        var id = await new Builder(app).Dossier().Save();

        using var without = JsonContent.Create(Body());
        Assert.Equal(HttpStatusCode.BadRequest, (await midwife.Send("/api/v1/applications", without)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Get("/api/v1/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(researcher, "/api/v1/applications", Body())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(midwife, $"/api/v1/dossiers/{id}/decisions", new() { ["pijler"] = 1 })).StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    [Fact]
    public async Task When_the_database_is_away_says_that_the_same_may_be_sent_again()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        var (header, token) = await Token(midwife);
        await using var outage = await Outage.Of(cluster, app.Database);
        using var body = JsonContent.Create(Body());

        var answer = await midwife.Send("/api/v1/applications", body, (header, token));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("dubbel versturen kan geen kwaad", (await Json(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        await outage.End();
        Assert.Equal(HttpStatusCode.Created, (await Send(midwife, "/api/v1/applications", Body())).StatusCode);
    }

    // The form of the page, as a program would send it.
    internal static Dictionary<string, object?> Body() => new FormFields().All.GroupBy(f => f.Name, StringComparer.Ordinal)
        .ToDictionary(f => f.Key, f => f.Count() > 1 ? f.Select(v => v.Value).ToArray() : (object?)f.Single().Value, StringComparer.Ordinal);

    internal static async Task<HttpResponseMessage> Send(Visitor visitor, string path, Dictionary<string, object?> body)
    {
        using var content = JsonContent.Create(body);
        return await SendRaw(visitor, path, content);
    }

    private static async Task<HttpResponseMessage> SendRaw(Visitor visitor, string path, HttpContent content) => await visitor.Send(path, content, await Token(visitor));

    internal static async Task<(string Header, string Token)> Token(Visitor visitor)
    {
        var session = await Json(await visitor.Get("/api/v1/session"));
        return (session.GetProperty("header").GetString()!, session.GetProperty("token").GetString()!);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
