using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Flex.Web;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Flex.Bench.Data;

/// <summary>The real site on a free port over a database of the bench.</summary>
internal sealed partial class RunningSite(WebApplication site) : IAsyncDisposable
{
    public Uri Address => new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="beside">Endpoints of the bench itself, under the same middleware.</param>
    public static async Task<RunningSite> Start(Database database, ProgrammeLibrary library, Action<IEndpointRouteBuilder>? beside = null)
    {
        var site = Site.Build(database.Installation, library, new SiteOptions(0, true, database.Clock));
        beside?.Invoke(site);
        await site.StartAsync();
        return new(site);
    }

    /// <summary>A browser of its own, signed in as a persona.</summary>
    public static async Task<HttpClient> SignIn(Uri address, string persona)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["persona"] = persona, ["__RequestVerificationToken"] = await Token(http, "/inloggen") });
        var answer = await http.PostAsync("/inloggen", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? http : throw new InvalidOperationException($"Signing in as {persona} answered {answer.StatusCode}.");
    }

    public async Task<HttpClient[]> SignIn(string persona, int clients)
    {
        var signedIn = new List<HttpClient>();
        for (var i = 0; i < clients; i++)
        {
            signedIn.Add(await SignIn(Address, persona));
        }

        return [.. signedIn];
    }

    /// <summary>Eight people of one role are eight people: the demonstration knows one of each, so the session is made as signing in makes it.</summary>
    public HttpClient SignInAs(string role, int person)
    {
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var who = new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, $"bench:{person}"), new(ClaimTypes.Name, $"Verzonnen {person}"), new(ClaimTypes.Role, role), new(SignedIn.OrganisationClaim, "bench")], CookieAuthenticationDefaults.AuthenticationScheme));
        var cookies = new CookieContainer();
        var now = DateTimeOffset.UtcNow;
        var ticket = new AuthenticationTicket(who, new() { IssuedUtc = now, ExpiresUtc = now.AddHours(8) }, CookieAuthenticationDefaults.AuthenticationScheme);
        cookies.Add(Address, new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)));
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address };
    }

    /// <summary>The token that a page gives for what is posted.</summary>
    public static async Task<string> Token(HttpClient http, string path) => AntiforgeryField().Match(await http.GetStringAsync(path)).Groups[1].Value;

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();
}
