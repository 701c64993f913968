using Microsoft.AspNetCore.CookiePolicy;

namespace Flex.Web.Guard;

/// <summary>Every cookie, whoever makes it: no script reads it, and over https its prefix __Host- keeps it to this host, so that no neighbour or open line can plant one.</summary>
internal static class HostCookies
{
    private const string Prefix = "__Host-";

    public static void Guard(WebApplication app, bool https)
    {
        var policy = new CookiePolicyOptions { HttpOnly = HttpOnlyPolicy.Always };
        if (https)
        {
            policy.Secure = CookieSecurePolicy.Always;
            policy.OnAppendCookie = made => made.CookieName = Named(made.CookieName, made.CookieOptions);
            policy.OnDeleteCookie = gone => gone.CookieName = Named(gone.CookieName, gone.CookieOptions);
            app.Use(Read);
        }

        app.UseCookiePolicy(policy);
    }

    // The prefix asks for the whole host.
    private static string Named(string name, CookieOptions options)
    {
        options.Path = "/";
        options.Domain = null;
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name : Prefix + name;
    }

    // A cookie without the prefix is not one of ours. Under its own name too, for who looks for it so.
    private static Task Read(HttpContext http, RequestDelegate next)
    {
        var ours = http.Request.Headers.Cookie.ToString().Split([';', ','], StringSplitOptions.TrimEntries).Where(c => c.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        http.Request.Headers.Cookie = string.Join("; ", ours.Select(c => c[Prefix.Length..]).Concat(ours));
        return next(http);
    }
}
