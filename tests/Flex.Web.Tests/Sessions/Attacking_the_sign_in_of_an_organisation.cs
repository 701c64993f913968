using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Flex.Web.Tests.Sessions;

/// <summary>
/// What an attacker does between a browser, the site and a real provider. Each attack first goes the same road as an honest person, who gets in; what a
/// correct provider would not say is put on its line.
/// </summary>
public sealed class Attacking_the_sign_in_of_an_organisation(TestCluster cluster, OpenIdProvider provider) : IClassFixture<OpenIdProvider>, IAsyncLifetime
{
    private readonly SetTime time = Person.Clock();
    private readonly StringWriter log = new();
    private App app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await provider.Site(cluster, time, o => o with { Log = log });
        await provider.Know("een@elders.example");
        await provider.Know("twee@elders.example", name: "Test-Ander");
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public static TheoryData<string> Tampered => [.. Attacks.Keys];

    private static readonly Dictionary<string, Func<OpenIdProvider, Jwt, string>> Attacks = new(StringComparer.Ordinal)
    {
        ["another nonce"] = (p, t) => Changed(p, t, "nonce", "639000000000000000.abcdefghijklmnop"),
        ["no nonce"] = (p, t) => Changed(p, t, "nonce", null),
        ["for another client"] = (p, t) => Changed(p, t, "aud", "een-ander"),
        ["for another client too"] = (p, t) => Changed(p, t, "aud", new JsonArray(OpenIdProvider.Client, "een-ander")),
        ["for nobody"] = (p, t) => Changed(p, t, "aud", null),
        ["from another issuer"] = (p, t) => Changed(p, t, "iss", "https://elders.example"),
        ["from nobody"] = (p, t) => Changed(p, t, "iss", null),
        ["over"] = (p, t) => Changed(p, t, "exp", DateTimeOffset.UtcNow.AddMinutes(-2).ToUnixTimeSeconds()),
        ["without an end"] = (p, t) => Changed(p, t, "exp", null),
        ["about nobody"] = (p, t) => Changed(p, t, "sub", null),
        ["not signed"] = (_, t) => Header(t, "none").Unsigned(),
        ["not signed, in capitals"] = (_, t) => Header(t, "None").Unsigned(),
        ["signed with the public key as a secret"] = (p, t) => Header(t, "HS256").Signed(Encoding.ASCII.GetBytes(p.Key.ExportSubjectPublicKeyInfoPem())),
        ["signed with the modulus as a secret"] = (p, t) => Header(t, "HS256").Signed(p.Key.ExportParameters(false).Modulus!),
        ["signed with the secret of the client"] = (p, t) => Header(t, "HS256").Signed(Encoding.ASCII.GetBytes(p.Settings.ClientSecret)),
        ["signed with a key of its own"] = (_, t) => t.Signed(RSA.Create(2048)),
        ["signed with a key that it brings along"] = (_, t) => Brought(t),
        ["signed with a key that nobody names"] = (_, t) => Named(t, "onbekend").Signed(RSA.Create(2048)),
        ["changed and not signed again"] = (_, t) => t.Whole.Split('.') is [var head, _, var sign] ? $"{head}.{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(Other(t).ToJsonString()))}.{sign}" : "",
        ["no token"] = (_, _) => "",
        ["no token at all"] = (_, _) => "x.y.z",
    };

    [Theory]
    [MemberData(nameof(Tampered))]
    public async Task A_token_that_is_not_what_was_asked_opens_nothing(string what)
    {
        // The same road: taken apart, put together and signed again.
        provider.Token = token => token.Signed(provider.Key);
        await GetsIn();

        provider.Token = token => Attacks[what](provider, token);
        await IsRefused();
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from sign_in"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SignInRefused'"));
        Assert.Contains("\"Kind\":\"Broken\"", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("elders", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Test-Extern", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_changed_meanwhile_are_asked_for_but_not_at_every_token()
    {
        await GetsIn();
        await provider.Rotate();
        time.Now += TimeSpan.FromMinutes(1);
        await GetsIn();

        provider.Token = token => Named(token, "onbekend").Signed(RSA.Create(2048));
        provider.Asked.Clear();
        await IsRefused();
        await IsRefused();
        Assert.DoesNotContain("/jwks", provider.Asked);
    }

    [Fact]
    public async Task An_answer_counts_once_also_when_the_provider_takes_its_code_again()
    {
        using var visitor = await app.Visit();
        var door = (await provider.Through(visitor, "een@elders.example")).ToString();
        var before = visitor.CookiesTo(door);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get(door)).StatusCode);

        // The same browser; one that copied every cookie; and that one with a provider that forgot that a code works once.
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get(door)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await Again(door, before));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from sign_in"));
        using var other = await app.Visit();
        door = (await provider.Through(other, "een@elders.example")).ToString();
        before = other.CookiesTo(door);
        Assert.Equal(HttpStatusCode.Redirect, (await other.Get(door)).StatusCode);
        var said = provider.LastAnswer;
        provider.Instead = async http => http.Request.Path == "/token" && await Says(http, said);

        Assert.Equal(HttpStatusCode.BadRequest, await Again(door, before));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from sign_in"));
    }

    [Fact]
    public async Task An_answer_to_another_browser_opens_nothing_in_this_one()
    {
        using var attacker = await app.Visit();
        using var victim = await app.Visit();
        var own = await provider.Through(victim, "een@elders.example");
        var planted = await provider.Through(attacker, "twee@elders.example");

        // Whole, and with only the code or only the state of the attacker.
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.Get(planted.ToString())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.Get(With(own, "code", planted))).StatusCode);
        Assert.Null(victim.Cookie("flex-sessie"));
        using var honest = await app.Visit();
        own = await provider.Through(honest, "een@elders.example");
        Assert.Equal(HttpStatusCode.BadRequest, (await honest.Get(With(own, "state", planted))).StatusCode);
        // Nothing of it hurt who it was for.
        Assert.Equal(HttpStatusCode.Redirect, (await attacker.Get(planted.ToString())).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await honest.Get(own.ToString())).StatusCode);
    }

    [Fact]
    public async Task A_code_for_another_client_of_the_same_provider_opens_nothing()
    {
        var site = app.Address + "inloggen/organisatie/proef";
        await provider.Serve((OpenIdProvider.Client, site), ("een-ander", site));
        await GetsIn();
        using var attacker = await app.Visit();
        var code = await provider.Through(attacker, "twee@elders.example", QueryHelpers.AddQueryString(provider.Issuer + "/auth", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = "een-ander", ["response_type"] = "code", ["scope"] = "openid profile flex", ["redirect_uri"] = site + "/terug", ["state"] = "x",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(new string('v', 43)))), ["code_challenge_method"] = "S256",
        }));
        Assert.Contains("code=", code.Query, StringComparison.Ordinal);
        using var victim = await app.Visit();
        var own = await provider.Through(victim, "een@elders.example");

        Assert.Equal(HttpStatusCode.BadRequest, (await victim.Get(With(own, "code", code))).StatusCode);
        Assert.Null(victim.Cookie("flex-sessie"));
    }

    [Fact]
    public async Task Another_issuer_that_answers_in_its_place_opens_nothing()
    {
        await GetsIn();
        using var visitor = await app.Visit();
        var door = await provider.Through(visitor, "een@elders.example");
        var query = QueryHelpers.ParseQuery(door.Query);
        Assert.Equal(provider.Issuer, query["iss"]);
        foreach (var issuer in (string?[])["https://elders.example", null])
        {
            query["iss"] = issuer;
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get(QueryHelpers.AddQueryString(door.AbsolutePath, query.Where(q => q.Value.ToString().Length > 0)))).StatusCode);
        }

        Assert.Null(visitor.Cookie("flex-sessie"));
    }

    [Theory]
    [InlineData("issuer", "https://elders.example")]
    [InlineData("token_endpoint", "http://elders.example/token")]
    [InlineData("authorization_endpoint", "http://elders.example/auth")]
    public async Task A_provider_that_says_it_is_another_or_leads_to_an_open_line_is_not_believed(string what, string said)
    {
        await GetsIn();
        time.Now += TimeSpan.FromHours(7);
        provider.Discovery = told => told[what] = said;
        using var visitor = await app.Visit();

        var answer = await visitor.Get(OpenIdProvider.Start);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    // What is asked holds the secret of this site.
    [Theory]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/token")]
    public async Task A_provider_that_leads_on_to_another_address_is_not_followed(string path)
    {
        await GetsIn();
        time.Now += TimeSpan.FromHours(7);
        using var visitor = await app.Visit();
        var door = path == "/token" ? (await provider.Through(visitor, "een@elders.example")).ToString() : OpenIdProvider.Start;
        provider.Asked.Clear();
        provider.Instead = http => Task.FromResult(http.Request.Path == path && LeadOn(http));

        var answer = await visitor.Get(door);

        Assert.InRange((int)answer.StatusCode, 400, 503);
        Assert.Contains(path, provider.Asked);
        Assert.DoesNotContain("/verderop", provider.Asked);
        Assert.Null(visitor.Cookie("flex-sessie"));
    }

    [Fact]
    public async Task A_provider_that_is_away_is_said_to_be_and_nothing_is_stored()
    {
        await GetsIn();
        using var visitor = await app.Visit();
        var door = await provider.Through(visitor, "een@elders.example");
        var lines = await app.Database.AsAdmin("select count(*) from journal.entry");
        provider.Away = true;

        var half = await visitor.Get(door.ToString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, half.StatusCode);
        Assert.Contains("Proefaanbieder is nu niet te bereiken. Er is niets opgeslagen.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        time.Now += TimeSpan.FromHours(7);
        var begin = await visitor.Get(OpenIdProvider.Start);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, begin.StatusCode);
        Assert.Contains("niet te bereiken", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Equal(lines, await app.Database.AsAdmin("select count(*) from journal.entry"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from sign_in"));

        provider.Away = false;
        await GetsIn();
    }

    [Fact]
    public async Task Who_breaks_it_off_hears_so_and_may_begin_again()
    {
        using var visitor = await app.Visit();

        var answer = await provider.SignIn(visitor, "niemand");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("is afgebroken", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        await GetsIn();
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_opens_nothing()
    {
        await GetsIn();
        using var visitor = await app.Visit();
        var door = await provider.Through(visitor, "een@elders.example");
        time.Now += TimeSpan.FromMinutes(16);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get(door.ToString())).StatusCode);
        Assert.Null(visitor.Cookie("flex-sessie"));
    }

    [Fact]
    public async Task Who_signed_in_there_too_long_ago_is_asked_to_do_so_again()
    {
        await using var strict = await provider.Site(cluster, time, o => o with { Providers = [provider.Described(TimeSpan.FromHours(1))] });
        using var visitor = await strict.Visit();
        Assert.Contains("&max_age=3600", (await visitor.Get(OpenIdProvider.Start)).Headers.Location!.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await provider.SignIn(visitor, "een@elders.example")).StatusCode);
        foreach (var signedIn in (JsonNode?[])[time.Now.AddMinutes(-62).ToUnixTimeSeconds(), long.MaxValue, null])
        {
            provider.Token = token => Changed(provider, token, "auth_time", signedIn?.DeepClone());
            using var late = await strict.Visit();

            Assert.Equal(HttpStatusCode.Forbidden, (await provider.SignIn(late, "een@elders.example")).StatusCode);
            Assert.Contains("te lang geleden", Looking_at_a_dossier.Text(late), StringComparison.Ordinal);
        }

        provider.Token = token => Changed(provider, token, "auth_time", time.Now.AddMinutes(-58).ToUnixTimeSeconds());
        Assert.Equal(HttpStatusCode.Redirect, (await provider.SignIn(visitor, "een@elders.example")).StatusCode);
    }

    [Fact]
    public async Task Many_answers_that_let_nobody_in_are_looked_at_fifty_times_and_who_gets_in_begins_anew()
    {
        await GetsIn();
        using var attacker = await app.Visit();
        for (var i = 0; i < SignInLimit.FreeOrigin; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await attacker.Get($"{OpenIdProvider.Start}/terug?code={i}&state=x&iss={provider.Issuer}")).StatusCode);
        }

        provider.Asked.Clear();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await attacker.Get($"{OpenIdProvider.Start}/terug?code=x&state=x")).StatusCode);
        Assert.Contains("over een minuut", Looking_at_a_dossier.Text(attacker), StringComparison.Ordinal);
        Assert.Empty(provider.Asked);
        Assert.Equal((long)SignInLimit.FreeOrigin, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SignInRefused'"));
        time.Now += TimeSpan.FromMinutes(1);
        await GetsIn();
        Assert.Equal(HttpStatusCode.BadRequest, (await attacker.Get($"{OpenIdProvider.Start}/terug?code=x&state=x")).StatusCode);
    }

    private async Task GetsIn()
    {
        using var visitor = await app.Visit();
        var answer = await provider.SignIn(visitor, "een@elders.example");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, log.ToString());
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
    }

    private async Task IsRefused()
    {
        using var visitor = await app.Visit();
        var answer = await provider.SignIn(visitor, "een@elders.example");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Begin opnieuw", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Null(visitor.Cookie("flex-sessie"));
    }

    private static async Task<HttpStatusCode> Again(string door, string cookies)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("Cookie", cookies);
        using var answer = await http.GetAsync(door);
        return answer.StatusCode;
    }

    private static bool LeadOn(HttpContext http)
    {
        http.Response.Redirect("/verderop");
        return true;
    }

    private static async Task<bool> Says(HttpContext http, string what)
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(what);
        return true;
    }

    private static string With(Uri own, string field, Uri other)
    {
        var query = QueryHelpers.ParseQuery(own.Query);
        query[field] = QueryHelpers.ParseQuery(other.Query)[field];
        return QueryHelpers.AddQueryString(own.GetLeftPart(UriPartial.Path), query);
    }

    private static string Changed(OpenIdProvider provider, Jwt token, string claim, JsonNode? value)
    {
        if (value is null)
        {
            token.Payload.Remove(claim);
        }
        else
        {
            token.Payload[claim] = value;
        }

        return token.Signed(provider.Key);
    }

    private static JsonObject Other(Jwt token)
    {
        token.Payload["sub"] = "twee@elders.example";
        return token.Payload;
    }

    private static Jwt Header(Jwt token, string algorithm)
    {
        token.Header["alg"] = algorithm;
        return token;
    }

    private static Jwt Named(Jwt token, string key)
    {
        token.Header["kid"] = key;
        return token;
    }

    private static string Brought(Jwt token)
    {
        var key = RSA.Create(2048);
        var known = key.ExportParameters(false);
        token.Header.Remove("kid");
        token.Header["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = WebEncoders.Base64UrlEncode(known.Modulus!), ["e"] = WebEncoders.Base64UrlEncode(known.Exponent!) };
        return token.Signed(key);
    }
}
