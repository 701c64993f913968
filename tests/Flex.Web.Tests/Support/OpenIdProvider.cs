using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Flex.Web.Data.Accounts.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Flex.Web.Tests.Support;

/// <summary>
/// A real OpenID provider (oidc-provider on Node.js, see tests/identity-provider) on a free port of this machine, behind a line on which a test can tamper.
/// Everything goes over that line, so that an attack takes the road of the honest one.
/// </summary>
public sealed class OpenIdProvider : IAsyncLifetime
{
    public const string Client = "flex";
    public const string Start = "/inloggen/organisatie/proef";

    private Process node = null!;
    private WebApplication line = null!;
    private readonly HttpClient inner = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly string word = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim one = new(1);
    private int port;
    private IReadOnlyList<(string Client, string Site)> clients = [];

    /// <summary>Who it says it is: the address of the line.</summary>
    internal string Issuer { get; private set; } = "";

    /// <summary>The key with which it signs.</summary>
    internal RSA Key { get; private set; } = RSA.Create(2048);

    /// <summary>The paths that were asked over the line.</summary>
    internal ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>What becomes of an ID token on its way; null lets it pass.</summary>
    internal Func<Jwt, string>? Token { get; set; }

    /// <summary>What becomes of what the provider says of itself; null lets it pass.</summary>
    internal Action<JsonObject>? Discovery { get; set; }

    /// <summary>What the line answers in the provider's place; null lets the question pass.</summary>
    internal Func<HttpContext, Task<bool>>? Instead { get; set; }

    /// <summary>What it answered last for a code.</summary>
    internal string LastAnswer { get; private set; } = "";

    /// <summary>Whether nobody answers.</summary>
    internal bool Away { get; set; }

    /// <summary>As it stands in the configuration of a site.</summary>
    internal IdentityProvider Settings => Described();

    internal IdentityProvider Described(TimeSpan? maxAge = null, string code = "proef") => new()
    {
        Code = code, Label = "Proefaanbieder", Issuer = Issuer, ClientId = Client, ClientSecret = word, Scopes = ["openid", "profile", "flex"],
        Organisation = new("organisatie", new Dictionary<string, string>(StringComparer.Ordinal) { ["limburg"] = Person.Organisation, ["heerlen"] = "gemeente-heerlen" }),
        Role = new("rol", new Dictionary<string, string>(StringComparer.Ordinal) { ["intake"] = "intaker", ["leiding"] = "coordinator", ["beheer"] = "beheerder", ["wijk"] = "jgz", ["cijfers"] = "gemeente" }),
        Acr = ["hoog"], Amr = ["mfa"], MaxAge = maxAge,
    };

    public async ValueTask InitializeAsync()
    {
        node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository(), "tests", "identity-provider", "provider.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        port = JsonNode.Parse(await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The identity provider of the tests did not start: run node tests/identity-provider/install.mjs first."))!["port"]!.GetValue<int>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        line = builder.Build();
        line.Run(Pass);
        await line.StartAsync();
        // Another host than the site's, so that a browser keeps their cookies apart.
        Issuer = $"http://localhost:{new Uri(line.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port}";
    }

    /// <summary>A site with this provider, known to it as its client.</summary>
    internal async Task<App> Site(TestCluster cluster, SetTime time, Func<SiteOptions, SiteOptions>? with = null)
    {
        var app = await App.Start(cluster, demo: false, time: time, with: o => (with ?? (s => s))(o with { Providers = [Settings] }));
        (Token, Discovery, Instead, Away) = (null, null, null, false);
        await Serve((Client, app.Address + "inloggen/organisatie/proef"));
        return app;
    }

    /// <summary>A site of a demonstration with this provider as the broker of the families of the pilot.</summary>
    internal async Task<App> ForFamilies(TestCluster cluster, StringWriter? log = null, TimeProvider? time = null, string? children = null, string? programmes = null)
    {
        var broker = new Data.Families.FamilyBroker("zuid-limburg-2021", new()
        {
            Code = "digid", Label = "DigiD", Issuer = Issuer, ClientId = Client, ClientSecret = word, Scopes = ["openid", "flex"], Acr = ["hoog"], MaxAge = TimeSpan.FromMinutes(15),
            Organisation = Settings.Organisation, Role = Settings.Role, Door = Data.Families.FamilyBroker.Door,
        }, "bsn", children);
        var app = await App.Start(cluster, programmes: programmes, time: time, with: o => o with { Brokers = [broker], Log = log ?? o.Log });
        (Token, Discovery, Instead, Away) = (null, null, null, false);
        await Serve((Client, app.Address + "gezin/inloggen/digid"));
        return app;
    }

    /// <summary>Answers these clients from now on.</summary>
    internal async Task Serve(params IReadOnlyList<(string Client, string Site)> known)
    {
        clients = known;
        await Tell(new JsonObject
        {
            ["issuer"] = Issuer,
            ["keys"] = new JsonArray(Jwk()),
            ["clients"] = new JsonArray([.. clients.Select(c => (JsonNode)new JsonObject
            {
                ["client_id"] = c.Client, ["client_secret"] = word, ["token_endpoint_auth_method"] = "client_secret_post",
                ["redirect_uris"] = new JsonArray(c.Site + "/terug"), ["post_logout_redirect_uris"] = new JsonArray(c.Site + "/uitgelogd"),
            })]),
        });
    }

    /// <summary>Signs with another key from now on.</summary>
    internal async Task Rotate()
    {
        Key = RSA.Create(2048);
        await Serve([.. clients]);
    }

    /// <summary>Lets somebody sign in, of whom it says this.</summary>
    internal Task Know(string who, string? organisation = "limburg", string[]? roles = null, string? name = "Test-Extern", string acr = "hoog", string[]? amr = null, string[]? bsn = null, string[]? children = null)
    {
        var token = new JsonObject { ["rol"] = new JsonArray([.. (roles ?? ["intake"]).Select(r => (JsonNode)r)]) };
        if (organisation is not null)
        {
            token["organisatie"] = organisation;
        }

        if (name is not null)
        {
            token["name"] = name;
        }

        if (bsn is not null)
        {
            token["bsn"] = bsn is [var one] ? one : new JsonArray([.. bsn.Select(b => (JsonNode)b)]);
        }

        if (children is not null)
        {
            token["gezag"] = new JsonArray([.. children.Select(c => (JsonNode)c)]);
        }

        return Tell(new JsonObject { ["person"] = who, ["claims"] = new JsonObject { ["token"] = token, ["acr"] = acr, ["amr"] = new JsonArray([.. (amr ?? ["pwd"]).Select(a => (JsonNode)a)]) } });
    }

    /// <summary>From the site to the provider and back to the site's door, as a browser goes; answers what the site says there.</summary>
    internal async Task<HttpResponseMessage> SignIn(Visitor visitor, string who, string start = Start) => await visitor.Get((await Through(visitor, who, start)).ToString());

    /// <summary>The same, up to the address that leads back.</summary>
    internal async Task<Uri> Through(Visitor visitor, string who, string start = Start)
    {
        var at = new Uri(Issuer);
        var answer = await visitor.Get(start);
        for (var steps = 0; steps < 10; steps++)
        {
            Assert.True(answer.Headers.Location is not null, $"{at}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            at = new Uri(at, answer.Headers.Location);
            if (at.Port != new Uri(Issuer).Port)
            {
                return at;
            }

            answer = at.AbsolutePath.StartsWith("/binnen/", StringComparison.Ordinal) ? await visitor.Post(at.ToString(), ("wie", who)) : await visitor.Get(at.ToString());
        }

        throw new InvalidOperationException("The provider leads nowhere.");
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        if (!node.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            node.Kill();
        }

        node.Dispose();
        await line.DisposeAsync();
        inner.Dispose();
        Key.Dispose();
        one.Dispose();
    }

    /// <summary>The folder with the source that these tests were built from.</summary>
    public static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !Directory.Exists(Path.Combine(at.FullName, "tests", "identity-provider")))
        {
            at = at.Parent;
        }

        return at!.FullName;
    }

    private async Task Tell(JsonObject what)
    {
        await one.WaitAsync();
        try
        {
            await node.StandardInput.WriteLineAsync(what.ToJsonString());
            await node.StandardInput.FlushAsync();
            Assert.Equal("{}", await node.StandardOutput.ReadLineAsync());
        }
        finally
        {
            one.Release();
        }
    }

    private JsonObject Jwk()
    {
        var key = Key.ExportParameters(includePrivateParameters: true);
        return new()
        {
            ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = Convert.ToHexStringLower(SHA256.HashData(key.Modulus!))[..12],
            ["n"] = Text(key.Modulus), ["e"] = Text(key.Exponent), ["d"] = Text(key.D), ["p"] = Text(key.P), ["q"] = Text(key.Q), ["dp"] = Text(key.DP), ["dq"] = Text(key.DQ), ["qi"] = Text(key.InverseQ),
        };

        static string Text(byte[]? number) => WebEncoders.Base64UrlEncode(number!);
    }

    private async Task Pass(HttpContext http)
    {
        Asked.Enqueue(http.Request.Path);
        if (Away)
        {
            http.Abort();
            return;
        }

        if (Instead is { } instead && await instead(http))
        {
            return;
        }

        using var question = new HttpRequestMessage(new(http.Request.Method), $"http://127.0.0.1:{port}{http.Request.Path}{http.Request.QueryString}") { Content = http.Request.ContentLength > 0 ? new StreamContent(http.Request.Body) : null };
        foreach (var (name, value) in http.Request.Headers)
        {
            if (!question.Headers.TryAddWithoutValidation(name, (string?)value))
            {
                question.Content?.Headers.TryAddWithoutValidation(name, (string?)value);
            }
        }

        using var answer = await inner.SendAsync(question);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Transfer-Encoding" or "Content-Length" or "Connection" or "Keep-Alive")))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        await http.Response.WriteAsync(Tampered(http.Request.Path, await answer.Content.ReadAsStringAsync()));
    }

    private string Tampered(string path, string body)
    {
        LastAnswer = path == "/token" ? body : LastAnswer;
        if (path == "/token" && Token is { } change && JsonNode.Parse(body)!["id_token"] is { } token)
        {
            var told = JsonNode.Parse(body)!;
            told["id_token"] = change(Jwt.Read(token.GetValue<string>()));
            return told.ToJsonString();
        }

        if (path == "/.well-known/openid-configuration" && Discovery is { } other)
        {
            var told = JsonNode.Parse(body)!.AsObject();
            other(told);
            return told.ToJsonString();
        }

        return body;
    }
}
