using System.Security.Claims;
using Flex.Web.Data.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Flex.Web.Data.Accounts;

/// <summary>Puts a session in a browser, looks at it with every request and takes it out again.</summary>
internal static class SessionDoor
{
    /// <summary>The claim that holds the key of the session; a persona of a demonstration has none.</summary>
    public const string Claim = "sessie";

    /// <summary>The claim that holds the identity provider through which somebody came in; nobody else has it.</summary>
    private const string ProviderClaim = "aanbieder";

    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static string? KeyOf(ClaimsPrincipal user) => user.FindFirstValue(Claim);

    /// <summary>Through which identity provider this person came in; null for who signed in here.</summary>
    public static string? ProviderOf(ClaimsPrincipal user) => user.FindFirstValue(ProviderClaim);

    /// <summary>Opens the session in this browser, and remembers the browser.</summary>
    public static async Task Open(HttpContext http, OpenSession session)
    {
        HalfWay.Take(http);
        KnownDevice.Give(http, session.Account, KnownDevice.Read(http));
        var actor = session.Account.Actor;
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, actor.Id), new(ClaimTypes.Name, actor.Name), new(ClaimTypes.Role, actor.Role), new(SignedIn.OrganisationClaim, actor.Organisation), new(Claim, session.Key)], Scheme);
        if (session.Account.Provider is { } provider)
        {
            identity.AddClaim(new(ProviderClaim, provider));
        }

        // The page that answers is this person's already.
        http.User = new(identity);
        await http.SignInAsync(Scheme, http.User);
    }

    /// <summary>Ends in this unit of work the session that this browser holds, if any.</summary>
    public static void End(Work work, HttpContext http)
    {
        if (KeyOf(http.User) is { } key)
        {
            OpenSession.End(work, key);
        }
    }

    /// <summary>Lets a cookie in while its session goes on. Without a session it is a persona's, and that exists in a demonstration only.</summary>
    public static async Task Look(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (!await GoesOn(context, services))
        {
            context.RejectPrincipal();
        }
    }

    // With the database away no page tells anything; who was in keeps the form that was sent.
    private static async Task<bool> GoesOn(CookieValidatePrincipalContext context, IServiceProvider services)
    {
        try
        {
            return context.Principal is { } user && KeyOf(user) is { } key
                ? await services.GetRequiredService<LiveSessions>().GoesOn(key, context.HttpContext.RequestAborted)
                : services.GetRequiredService<SiteOptions>().Demo;
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return true;
        }
    }
}
