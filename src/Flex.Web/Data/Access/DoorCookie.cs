using Microsoft.AspNetCore.DataProtection;

namespace Flex.Web.Data.Access;

/// <summary>Remembers in one browser which address it asked a code for. It signs nobody in: no page that asks who you are looks at it.</summary>
internal static class DoorCookie
{
    public const string Path = "/aanmelden/zonder-account";
    private const string Name = "flex-adres";

    public static void Give(HttpContext http, Guid check) => http.Response.Cookies.Append(Name, Protector(http).Protect(check.ToString()), new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = Path,
        IsEssential = true,
    });

    /// <summary>The check of this browser, or null when it asked for none or changed the cookie.</summary>
    public static Guid? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 and < 1_000 } kept && Guid.TryParse(Protector(http).Unprotect(kept), out var check) ? check : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("adres zonder account");
}
