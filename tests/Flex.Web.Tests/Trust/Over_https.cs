using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Flex.Web.Data;
using Flex.Web.Data.Cluster;
using Flex.Web.Data.Journal;
using Flex.Web.Guard;
using Flex.Web.Tests.Commands;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

public sealed class Over_https(TestCluster cluster) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("flex-tls").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_answer_asks_to_stay_there_and_every_cookie_holds_for_this_host_only()
    {
        await using var app = await Secure();
        using var browser = Browser(app);
        var cookies = new List<string>();
        var token = "";
        async Task<HttpResponseMessage> See(HttpMethod method, string path, params IEnumerable<KeyValuePair<string, string>> fields)
        {
            using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([.. fields, KeyValuePair.Create("__RequestVerificationToken", token)]) : null };
            var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            cookies.AddRange(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
            Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            token = page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? token;
            return answer;
        }

        await See(HttpMethod.Get, "/inloggen");
        Assert.Equal("/werk", (await See(HttpMethod.Post, "/inloggen", KeyValuePair.Create("persona", "intaker"))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await See(HttpMethod.Get, "/werk")).StatusCode);
        await See(HttpMethod.Get, "/aanmelden/zonder-account");
        await See(HttpMethod.Post, "/aanmelden/zonder-account", KeyValuePair.Create("mail", "iemand@praktijk.example"));
        Assert.Equal(HttpStatusCode.NotFound, (await See(HttpMethod.Get, "/bestaat-niet")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await See(HttpMethod.Get, "/site.css")).StatusCode);
        Assert.Equal("/", (await See(HttpMethod.Post, "/uitloggen")).Headers.Location?.OriginalString);
        Assert.NotEqual(HttpStatusCode.OK, (await See(HttpMethod.Get, "/werk")).StatusCode);

        Assert.Equal(["__Host-flex-adres", "__Host-flex-formulier", "__Host-flex-gelukt", "__Host-flex-sessie"], cookies.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, c => Assert.Matches("(?i)(?=.*; secure)(?=.*; httponly)(?=.*; path=/(;|$))(?=.*; samesite=(lax|strict))(?!.*; domain=)", c));
    }

    [Fact]
    public async Task A_cookie_that_a_neighbour_or_an_open_line_could_plant_is_nobodys()
    {
        await using var app = await Secure();
        using var browser = Browser(app, cookies: false);
        async Task<HttpStatusCode> Asks(string cookie)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/werk") { Headers = { { "Cookie", cookie } } };
            using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }

        var session = await SignedIn(app);

        Assert.Equal(HttpStatusCode.OK, await Asks("__Host-flex-sessie=" + session));
        Assert.Equal(HttpStatusCode.Redirect, await Asks("flex-sessie=" + session));
        Assert.Equal(HttpStatusCode.Redirect, await Asks("__Secure-flex-sessie=" + session));
    }

    [Fact]
    public async Task Without_it_a_visitor_is_sent_on_and_a_form_is_refused()
    {
        var plain = FlexProcess.FreePort();
        await using var app = await Secure(plain);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{plain}") };

        using var looked = await browser.GetAsync("/dossiers?na=a%20b", TestContext.Current.CancellationToken);
        using var empty = new FormUrlEncodedContent([KeyValuePair.Create("persona", "intaker")]);
        using var sent = await browser.PostAsync("/inloggen", empty, TestContext.Current.CancellationToken);
        using var program = await browser.GetAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.PermanentRedirect, $"https://127.0.0.1:{app.Address.Port}/dossiers?na=a%20b"), (looked.StatusCode, looked.Headers.Location?.OriginalString));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (sent.StatusCode, program.StatusCode));
        Assert.False(sent.Headers.Contains("Set-Cookie") || looked.Headers.Contains("Set-Cookie"));
        Assert.Equal("nosniff", Assert.Single(looked.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("openssl s_client -tls1_1", false)]
    [InlineData("openssl s_client -tls1_2", true)]
    [InlineData("openssl s_client -tls1_3", true)]
    public async Task Speaks_no_version_of_tls_that_is_out_of_use(string client, bool understood)
    {
        await using var app = await Secure();
        var options = new System.Net.Security.SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            EnabledSslProtocols = client[^1] switch { '1' => Old, '2' => System.Security.Authentication.SslProtocols.Tls12, _ => System.Security.Authentication.SslProtocols.Tls13 },
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        };
        using var line = new System.Net.Sockets.TcpClient("127.0.0.1", app.Address.Port);
        await using var tls = new System.Net.Security.SslStream(line.GetStream());

        var failure = await Record.ExceptionAsync(() => tls.AuthenticateAsClientAsync(options, TestContext.Current.CancellationToken));

        Assert.Equal(understood, failure is null);
    }

    [Fact]
    public async Task Takes_the_strongest_suite_that_is_offered_and_none_that_is_weak()
    {
        await using var app = await Secure();

        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, await Agreed(app, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384));
        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, await Agreed(app, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256));
        Assert.Null(await Agreed(app, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256));
    }

    [Fact]
    public async Task Behind_a_proxy_that_the_installation_names_cookies_and_answers_are_the_same()
    {
        await using var app = await App.Start(cluster, with: o => o with { Https = true });
        using var browser = new HttpClient { BaseAddress = app.Address };

        using var answer = await browser.GetAsync("/inloggen", TestContext.Current.CancellationToken);

        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.StartsWith("__Host-flex-formulier=", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    // What a visitor writes there stands before what the proxy adds.
    [Theory]
    [InlineData("a proxy", "203.0.113.7")]
    [InlineData("nobody", "127.0.0.1")]
    [InlineData("a certificate of its own", "127.0.0.1")]
    public async Task Where_a_visitor_comes_from_is_what_the_proxy_added_and_nothing_that_the_visitor_said(string before, string address)
    {
        await using var app = before == "a certificate of its own" ? await Secure() : await App.Start(cluster, with: o => o with { Https = before == "a proxy" });
        using var browser = Browser(app, cookies: false);
        foreach (var (name, value) in new[] { ("X-Forwarded-For", "198.51.100.9, 203.0.113.7"), ("X-Real-IP", "198.51.100.9"), ("Forwarded", "for=198.51.100.9"), ("X-Forwarded-Host", "elders.example"), ("X-Forwarded-Proto", "http") })
        {
            browser.DefaultRequestHeaders.Add(name, value);
        }

        using var shown = await browser.GetAsync("/inloggen", TestContext.Current.CancellationToken);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var body = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("mail", "nul@flex.example"), KeyValuePair.Create("wachtwoord", "oranje vaart de zon"),
            KeyValuePair.Create("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        ]);
        browser.DefaultRequestHeaders.Add("Cookie", shown.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var answer = await browser.PostAsync("/inloggen", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("elders", page.Source.Text, StringComparison.Ordinal);
        var line = (Guid)(await app.Database.AsAdmin("select id from journal.entry where act = 'SignInRefused'"))!;
        var context = EntryContext.Open(app.Database.Installation.Keys, 2, (byte[])(await app.Database.AsAdmin("select context from journal.entry where id = $1", line))!, line);
        Assert.Equal(address, context!.Address);
    }

    [Fact]
    public void A_certificate_that_is_over_or_has_another_key_is_refused()
    {
        var (certificate, key) = Pem("eigen", DateTimeOffset.UnixEpoch.AddYears(80));
        var (old, oldKey) = Pem("oud", new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.NotNull(SiteTls.Read(certificate, key, IPAddress.Loopback, null, now));
        Assert.Contains("is verlopen", Assert.Throws<RefusedException>(() => SiteTls.Read(old, oldKey, IPAddress.Loopback, null, now)).Message, StringComparison.Ordinal);
        Assert.Contains("bij elkaar horen", Assert.Throws<RefusedException>(() => SiteTls.Read(certificate, oldKey, IPAddress.Loopback, null, now)).Message, StringComparison.Ordinal);
        Assert.Contains("bij elkaar horen", Assert.Throws<RefusedException>(() => SiteTls.Read(certificate + "x", key, IPAddress.Loopback, null, now)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "--certificate", "c.pem")]
    [InlineData("serve", "--listen", "0.0.0.0")]
    [InlineData("serve", "--redirect-from", "80")]
    public async Task Nothing_listens_elsewhere_without_a_certificate(params string[] arguments)
    {
        var (code, said) = await FlexProcess.Run(arguments);

        Assert.Equal(2, code);
        Assert.Contains("--certificate en --key", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_takes_the_two_files()
    {
        var (certificate, key) = Pem("eigen", DateTimeOffset.UnixEpoch.AddYears(80));
        var port = FlexProcess.FreePort();
        var data = new DataFolder(Path.Combine(Path.GetTempPath(), "flex-s" + Guid.NewGuid().ToString("N")[..8]));
        using var flex = FlexProcess.Start("serve", "--data", data.Root, "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--certificate", certificate, "--key", key);
        await flex.Says("Gegevens:");
        using var browser = Trusting(new Uri($"https://127.0.0.1:{port}"));

        using var answer = await browser.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        await flex.Stop();
        await PrivateCluster.Remove(data);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"https://127.0.0.1:{port}/", flex.Said, StringComparison.Ordinal);
    }

    // Over TLS 1.2, where the suite also says how the key comes about; null when nothing was agreed.
    private static async Task<TlsCipherSuite?> Agreed(App app, params TlsCipherSuite[] offered)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "localhost", EnabledSslProtocols = System.Security.Authentication.SslProtocols.Tls12, CipherSuitesPolicy = new(offered), RemoteCertificateValidationCallback = (_, _, _, _) => true,
        };
        using var line = new System.Net.Sockets.TcpClient("127.0.0.1", app.Address.Port);
        await using var tls = new SslStream(line.GetStream());
        return await Record.ExceptionAsync(() => tls.AuthenticateAsClientAsync(options, TestContext.Current.CancellationToken)) is null ? tls.NegotiatedCipherSuite : null;
    }

#pragma warning disable SYSLIB0039, CA5397 // the version that must not work
    private static System.Security.Authentication.SslProtocols Old => System.Security.Authentication.SslProtocols.Tls11;
#pragma warning restore SYSLIB0039, CA5397

    private async Task<App> Secure(int? redirectFrom = null)
    {
        var (certificate, key) = Pem("eigen", DateTimeOffset.UnixEpoch.AddYears(80));
        var tls = SiteTls.Read(certificate, key, IPAddress.Loopback, redirectFrom, TimeProvider.System.GetUtcNow());
        return await App.Start(cluster, with: o => o with { Port = FlexProcess.FreePort(), Tls = tls, Https = true });
    }

    private static async Task<string> SignedIn(App app)
    {
        var jar = new CookieContainer();
        using var browser = Trusting(app.Address, jar);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await browser.GetStringAsync("/inloggen"));
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("persona", "intaker"), KeyValuePair.Create("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        (await browser.PostAsync("/inloggen", body)).Dispose();
        return jar.GetAllCookies()["__Host-flex-sessie"]!.Value;
    }

    private static HttpClient Browser(App app, bool cookies = true) => Trusting(app.Address, cookies ? new CookieContainer() : null);

    private static HttpClient Trusting(Uri address, CookieContainer? cookies = null)
    {
        var door = new HttpClientHandler { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true, UseCookies = cookies is not null };
        if (cookies is not null)
        {
            door.CookieContainer = cookies;
        }

        return new(door) { BaseAddress = address };
    }

    private (string Certificate, string Key) Pem(string name, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(until.AddYears(-60), until);
        var (file, keyFile) = (Path.Combine(folder, name + ".pem"), Path.Combine(folder, name + ".key"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (file, keyFile);
    }
}
