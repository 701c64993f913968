using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Flex.Web.Data.Access;

/// <summary>A cookie that its browser can neither read nor change. On a site with HTTPS its name begins with __Host-, so that no other host can set it.</summary>
internal static class SafeCookie
{
    public static string NameOn(SiteOptions site, string name) => site.Https ? "__Host-" + name : name;

    public static void Give(HttpContext http, string name, string value, TimeSpan lives) =>
        http.Response.Cookies.Append(NameOf(http, name), Protector(http, name).Protect(value), Options(http, lives));

    /// <summary>What was given; null when there is none, or it was changed.</summary>
    public static string? Read(HttpContext http, string name)
    {
        try
        {
            return http.Request.Cookies[NameOf(http, name)] is { Length: > 0 and < 2_000 } kept ? Protector(http, name).Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Take(HttpContext http, string name) => http.Response.Cookies.Delete(NameOf(http, name), Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? lives) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true, MaxAge = lives };

    private static string NameOf(HttpContext http, string name) => NameOn(http.RequestServices.GetRequiredService<SiteOptions>(), name);

    private static IDataProtector Protector(HttpContext http, string name) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("koekje " + name);
}
