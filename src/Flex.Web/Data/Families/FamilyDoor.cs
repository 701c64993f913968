using System.Security.Claims;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Flex.Web.Data.Families;

/// <summary>
/// Puts the visit of a family in a browser, in a cookie of its own that only the family's pages look at: no page for professionals knows it, and the
/// family's pages know no other. Who signs in as a professional loses it.
/// </summary>
internal static class FamilyDoor
{
    public const string Scheme = "gezin";

    /// <summary>Where somebody comes whose visit is over.</summary>
    public const string OverPath = "/gezin/over";

    /// <summary>The own page.</summary>
    public const string HomePath = "/gezin";

    /// <summary>Where somebody shuts the visit.</summary>
    public const string LeavePath = "/gezin/sluiten";

    /// <summary>Where a page says that somebody is still there.</summary>
    public const string StayPath = "/gezin/blijf";

    /// <summary>What is sensitive and the own, after signing in.</summary>
    public const string RecordPath = "/gezin/mijn-gegevens";

    /// <summary>Who looked, for the mother who signed in.</summary>
    public const string LogPath = "/gezin/wie-keek";

    private const string Claim = "bezoek";
    private const string Cookie = "flex-gezin";

    public static void Services(AuthenticationBuilder builder, SiteOptions site) => builder.AddCookie(Scheme, cookie =>
    {
        cookie.Cookie.Name = SafeCookie.NameOn(site, Cookie);
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        // Lax: a broker leads back by an address.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = site.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = FamilySession.Longest;
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = Look;
        cookie.Events.OnRedirectToLogin = c => Lead(c.HttpContext, OverPath);
        cookie.Events.OnRedirectToAccessDenied = c => Lead(c.HttpContext, OverPath);
    });

    /// <summary>Takes a visit out of a browser in which a professional signs in; elsewhere nothing is said of it.</summary>
    public static Task MakeWay(HttpContext http) =>
        http.Request.Cookies.ContainsKey(SafeCookie.NameOn(http.RequestServices.GetRequiredService<SiteOptions>(), Cookie)) ? http.SignOutAsync(Scheme) : Task.CompletedTask;

    public static string? KeyOf(ClaimsPrincipal user) => user.FindFirstValue(Claim);

    /// <summary>Opens the visit in this browser, in the place of whoever was signed in.</summary>
    public static async Task Open(HttpContext http, Actor person, string key)
    {
        if (http.User.Identity is { IsAuthenticated: true, AuthenticationType: not Scheme })
        {
            await http.SignOutAsync();
        }

        await http.SignInAsync(Scheme, new(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id), new(ClaimTypes.Name, person.Name), new(ClaimTypes.Role, person.Role), new(SignedIn.OrganisationClaim, person.Organisation), new(Claim, key)], Scheme)));
    }

    private static async Task Look(CookieValidatePrincipalContext context)
    {
        try
        {
            if (context.Principal is not { } user || KeyOf(user) is not { } key
                || !await FamilySession.GoesOn(context.HttpContext.RequestServices.GetRequiredService<FlexDb>(), key, context.HttpContext.RequestAborted))
            {
                context.RejectPrincipal();
            }
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            // No page tells anything then; what was filled in comes back.
        }
    }

    private static Task Lead(HttpContext http, string path)
    {
        http.Response.Redirect(path);
        return Task.CompletedTask;
    }
}
