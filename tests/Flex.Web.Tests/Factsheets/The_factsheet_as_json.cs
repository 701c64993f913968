using System.Net;
using System.Text.Json;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Factsheets;

public sealed class The_factsheet_as_json(TestCluster cluster) : IAsyncLifetime
{
    private const string Address = "/api/v1/factsheets/zuid-limburg-2021";
    private App app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await App.Start(cluster, new DateOnly(2026, 11, 21));
        await new Families("zuid-limburg-2021").Add("2022-01-01", "verloskundige").Add("2022-01-02").Add("2022-01-02").Into(app.Database);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Has_the_public_shape_and_says_that_it_is_a_reconstruction()
    {
        using var visitor = await app.Visit("gemeente");
        var answer = await visitor.Get(Address);
        var root = (await Json(answer)).RootElement;

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(root.GetProperty("synthetic").GetBoolean());
        Assert.Equal("reconstructie, niet voor publicatie", root.GetProperty("mark").GetString());
        Assert.Equal("2026-11-21", root.GetProperty("asOf").GetString());
        var figure = root.GetProperty("figures")[0];
        Assert.Equal(["code", "label", "definition", "n", "missing", "invented", "categories", "amount"], figure.EnumerateObject().Select(p => p.Name));
        Assert.Equal((3, 0), (figure.GetProperty("n").GetInt32(), figure.GetProperty("missing").GetInt32()));
        var category = figure.GetProperty("categories")[0];
        Assert.Equal("""{"code":"verloskundige","label":"Verloskundige/gynaecoloog","count":1,"share":0.333333,"suppressed":false}""", category.GetRawText());
    }

    [Fact]
    public async Task Carries_the_headers_of_the_design_rules_on_every_answer()
    {
        using var visitor = await app.Visit("gemeente");
        using var stranger = await app.Visit();
        foreach (var answer in (HttpResponseMessage[])[await visitor.Get(Address), await visitor.Get("/api/v1/factsheets/nergens"), await stranger.Get(Address), await stranger.Get("/api/v1/openapi.json")])
        {
            string Header(string name) => string.Join(',', answer.Headers.GetValues(name));
            Assert.Equal("1.0.0", Header("API-Version"));
            Assert.Equal("no-store", Header("Cache-Control"));
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("DENY", Header("X-Frame-Options"));
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", Header("Content-Security-Policy"));
            Assert.StartsWith("max-age=", Header("Strict-Transport-Security"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("gemeente", "/api/v1/factsheets/nergens", 404)]
    [InlineData("gemeente", Address + "/", 404)]
    [InlineData("gemeente", "/api/v1/iets", 404)]
    [InlineData("gezin", Address, 403)]
    [InlineData(null, Address, 401)]
    public async Task Refuses_with_problem_details_in_dutch(string? persona, string address, int status)
    {
        using var visitor = await app.Visit(persona);
        var answer = await visitor.Get(address);
        var problem = (await Json(answer)).RootElement;

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(problem.GetProperty("title").GetString(), (string[])["Niet gevonden", "Geen toegang", "Niet ingelogd"]);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Is_described_for_everyone_and_every_site()
    {
        using var stranger = await app.Visit();
        var answer = await stranger.Get("/api/v1/openapi.json");
        var root = (await Json(answer)).RootElement;

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.StartsWith("3.1", root.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(["/api/v1/factsheets/{programme}", "/api/v1/session", "/api/v1/applications", "/api/v1/dossiers/{id}/decisions"], root.GetProperty("paths").EnumerateObject().Select(p => p.Name));
    }

    private static async Task<JsonDocument> Json(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
}
