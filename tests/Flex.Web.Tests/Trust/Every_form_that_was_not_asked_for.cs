using System.Net;
using System.Net.Http.Json;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;

namespace Flex.Web.Tests.Trust;

/// <summary>A page elsewhere that lets a browser send one of our forms (CSRF): nothing comes of it.</summary>
public sealed class Every_form_that_was_not_asked_for(TestCluster cluster)
{
    private const string Proof = "__RequestVerificationToken";

    public static TheoryData<string> Forms => [.. SentForms.All.Keys.Union(["POST /inloggen", "POST /uitloggen"])];

    // By the routes: what changes something is guarded, or this fails.
    [Fact]
    public async Task Is_guarded_on_every_route_that_is_not_only_read()
    {
        await using var app = await App.Start(cluster);
        var open = app.Routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is not ("GET" or "HEAD")) == true
            && r.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true });

        Assert.Empty(open.Select(Who_reaches_what.Name));
        Assert.Equal(["* /fout/{code:int?}", "* {*path:nonfile}"], app.Routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>() is null).Select(Who_reaches_what.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Is_refused_and_stores_nothing(string route)
    {
        await using var app = await App.Start(cluster);
        var form = SentForms.All.GetValueOrDefault(route) ?? new("intaker", async (_, v) =>
        {
            await v.Get("/");
            return (route["POST ".Length..], [("persona", "jgz")]);
        });
        using var visitor = await app.Visit(form.Persona);
        var (path, sent) = await form.Open(app, visitor);
        using var stranger = await app.Visit(form.Persona);
        await stranger.Get(form.Persona is null ? "/aanmelden/zonder-account" : "/");
        var strangers = stranger.Page.QuerySelector($"input[name={Proof}]")!.GetAttribute("value")!;
        var before = await StoredRows.Of(app.Database);

        foreach (var token in (string?[])[null, "", "x", strangers])
        {
            var fields = sent.Where(s => s.Name != Proof).Concat(token is null ? [] : [(Proof, token)]).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
            using var body = new FormUrlEncodedContent(fields);
            using var answer = await visitor.Ask(HttpMethod.Post, path, body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("kwam niet van deze site", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(before, await StoredRows.Of(app.Database));
        Assert.NotEqual(HttpStatusCode.BadRequest, (await visitor.Post(path, sent)).StatusCode);
    }

    [Fact]
    public async Task Is_refused_as_json_too()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var visitor = await app.Visit("intaker");
        var before = await StoredRows.Of(app.Database);
        foreach (var path in (string[])["/api/v1/applications", $"/api/v1/dossiers/{id}/decisions"])
        {
            foreach (var token in (string?[])[null, "x"])
            {
                using var body = JsonContent.Create(new Dictionary<string, string> { ["programma"] = "zuid-limburg-2021", ["naam_moeder"] = FormFields.Mother, ["pijler"] = "1", ["besluit"] = "toegelaten" });
                using var answer = await visitor.Send(path, body, token is null ? [] : [("RequestVerificationToken", token)]);
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            }
        }

        Assert.Equal(before, await StoredRows.Of(app.Database));
    }
}
