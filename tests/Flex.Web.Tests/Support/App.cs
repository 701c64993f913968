using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Flex.Web.Data;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Flex.Web.Tests.Support;

/// <summary>The real site on a free port with a database of its own; people come in through the front door.</summary>
internal sealed class App : IAsyncDisposable
{
    private readonly WebApplication site;
    private readonly TestCluster cluster;

    private bool borrows;

    private App(TestCluster cluster, TestDatabase database, ProgrammeLibrary library, ProgrammeClock clock, WebApplication site, Uri address) =>
        (this.cluster, Database, Library, Clock, this.site, Address) = (cluster, database, library, clock, site, address);

    public TestDatabase Database { get; }

    public ProgrammeLibrary Library { get; }

    public ProgrammeClock Clock { get; }

    public Uri Address { get; }

    /// <summary>Everything the site answers.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. ((IEndpointRouteBuilder)site).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];

    public FlexDb Db => site.Services.GetRequiredService<FlexDb>();

    /// <summary>Starts the site on a day inside the pilot, unless another day or other programmes are asked for.</summary>
    public static async Task<App> Start(TestCluster cluster, DateOnly? today = null, string? programmes = null, bool demo = true, MailSettings? mail = null, TestDatabase? on = null, TimeProvider? time = null, Func<SiteOptions, SiteOptions>? with = null, bool livedThrough = true)
    {
        var database = on ?? await cluster.Clone();
        var clock = new ProgrammeClock(time ?? TimeProvider.System, today ?? new DateOnly(2023, 5, 15), livedThrough);
        var library = ProgrammeLibrary.Load(programmes ?? Path.Combine(AppContext.BaseDirectory, "programmes"), clock.Today);
        await Places.Set(database.Db(clock.Today), library.Programmes.Values);
        var options = new SiteOptions(0, demo, clock) { Mail = mail ?? MailSettings.None };
        var site = Site.Build(database.Installation, library, with?.Invoke(options) ?? options);
        await site.StartAsync();
        var address = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(cluster, database, library, clock, site, new Uri(address));
    }

    /// <summary>A visitor with cookies of one's own; signed in when a persona is named.</summary>
    public async Task<Visitor> Visit(string? persona = null)
    {
        var visitor = new Visitor(Address);
        if (persona is not null)
        {
            await visitor.Get("/inloggen");
            var answer = await visitor.Post("/inloggen", ("persona", persona));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        return visitor;
    }

    /// <summary>The same database seen on another day, by a second site beside this one.</summary>
    public async Task<App> On(DateOnly day)
    {
        var other = await Start(cluster, day, on: Database);
        other.borrows = true;
        return other;
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        if (!borrows)
        {
            await Database.DisposeAsync();
        }
    }
}

/// <summary>One browser without script: keeps cookies, sends the antiforgery field of the page it last saw, follows nothing by itself.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly CookieContainer cookies;
    private readonly HttpClient http;
    private string token = "";

    public Visitor(Uri address)
    {
        cookies = new CookieContainer();
        http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };
    }

    /// <summary>The page seen last.</summary>
    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    /// <summary>The value of a cookie; null when there is none.</summary>
    public string? Cookie(string name) => cookies.GetAllCookies()[name] is { Expired: false } kept ? kept.Value : null;

    /// <summary>The cookies that this browser sends to a page, to be copied.</summary>
    public string CookiesTo(string path) => cookies.GetCookieHeader(new Uri(http.BaseAddress!, path));

    /// <summary>Holds a cookie that was copied from another browser.</summary>
    public void Steal(string name, string value) => cookies.Add(http.BaseAddress!, new Cookie(name, value, "/"));

    /// <summary>Loses a cookie, as when a session ends.</summary>
    public void Forget(string cookie) => cookies.GetAllCookies()[cookie]!.Expired = true;

    public async Task<HttpResponseMessage> Get(string path)
    {
        var answer = await http.GetAsync(path);
        await See(answer);
        return answer;
    }

    public async Task<HttpResponseMessage> Post(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        using var body = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        var answer = await http.PostAsync(path, body);
        await See(answer);
        return answer;
    }

    /// <summary>Sends a form as a program would, part by part: what the reader of the usual form refuses comes through.</summary>
    public async Task<HttpResponseMessage> Upload(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token)))
        {
            body.Add(new StringContent(value), name);
        }

        var answer = await http.PostAsync(path, body);
        await See(answer);
        return answer;
    }

    /// <summary>Sends a form with a chosen file.</summary>
    public async Task<HttpResponseMessage> UploadFile(string path, string name, string fileName, byte[] content, params IEnumerable<(string Name, string Value)> fields)
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent(content), name, fileName } };
        foreach (var (field, value) in fields.Append(("__RequestVerificationToken", token)))
        {
            body.Add(new StringContent(value), field);
        }

        var answer = await http.PostAsync(path, body);
        await See(answer);
        return answer;
    }

    /// <summary>Sends what a program sends, with the headers it was given.</summary>
    public async Task<HttpResponseMessage> Send(string path, HttpContent body, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await http.SendAsync(request);
    }

    /// <summary>Asks with any method, and a body when one is given.</summary>
    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        return await http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();

    private async Task See(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            token = (Page.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value ?? token;
        }
    }
}
