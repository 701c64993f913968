using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.Identity;

namespace Flex.Web.Data.Accounts;

/// <summary>
/// Passkeys by ASP.NET Core Identity. The device checks who holds it (a finger, a face, a PIN), so that a passkey is both factors; a challenge is
/// asked of one browser, lasts five minutes and is answered once.
/// </summary>
internal static class PasskeyDoor
{
    private const string Cookie = "flex-passkey";
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);

    // Never a second time within the hour, which is longer than a challenge lasts.
    private const int Once = -10;

    public static void Services(IServiceCollection services, SiteOptions site)
    {
        services.AddIdentityCore<Account>().AddUserStore<AccountStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            (o.UserVerificationRequirement, o.ResidentKeyRequirement, o.AuthenticatorTimeout) = ("required", "required", Lives);
            o.ServerDomain = site.Https ? site.Mail.Site?.Host : null;
            o.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == Origin(site, asked.HttpContext));
        });
    }

    public static void Keep(HttpContext http, string kind, string? state, DateTimeOffset now) =>
        SafeCookie.Give(http, Cookie, $"{kind}|{(now + Lives).ToUnixTimeSeconds()}|{state}", Lives);

    /// <summary>The challenge that this browser was given for this; null when it is over, or was answered before.</summary>
    public static async Task<string?> Take(HttpContext http, FlexDb db, string kind, CancellationToken stop)
    {
        if (SafeCookie.Read(http, Cookie)?.Split('|', 3) is not [var given, var until, var state] || given != kind
            || long.Parse(until, System.Globalization.CultureInfo.InvariantCulture) <= db.Clock.Now.ToUnixTimeSeconds())
        {
            return null;
        }

        SafeCookie.Take(http, Cookie);
        await using var work = await db.Begin(Actor.System("passkey"), "passkey", stop);
        work.Add("select claim_try($1, $2, $3) is null", [new[] { work.Keys.LookUp("passkey", state) }, new[] { Once }, work.Clock.Now]);
        var first = await Invitation.Is(work, stop);
        await work.Save();
        return first ? state : null;
    }

    private static string Origin(SiteOptions site, HttpContext http) =>
        site is { Https: true, Mail.Site: { } address } ? address.GetLeftPart(UriPartial.Authority) : $"{http.Request.Scheme}://{http.Request.Host}";
}
