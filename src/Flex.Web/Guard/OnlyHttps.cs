using Microsoft.AspNetCore.HttpOverrides;

namespace Flex.Web.Guard;

/// <summary>With a certificate of its own: who looks over plain http is sent on to https, and what is sent over it is refused. Behind a proxy: what comes in came over https.</summary>
internal static class OnlyHttps
{
    public static void Guard(WebApplication app, SiteOptions options)
    {
        if (options.Tls is not null)
        {
            app.Use((http, next) => http.Request.IsHttps ? next(http) : Lead(http, options.Port));
        }
        else if (options.Https)
        {
            // The proxy on this machine says who calls; of what it was told itself nothing is believed.
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
            app.Use((http, next) =>
            {
                http.Request.Scheme = "https";
                return next(http);
            });
        }
    }

    private static Task Lead(HttpContext http, int port)
    {
        var looks = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!looks || http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !http.Request.Host.HasValue)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return http.Response.WriteAsync($"Dit adres is er alleen over https. Er is niets opgeslagen.", http.RequestAborted);
        }

        var host = http.Request.Host.Host + (port == 443 ? "" : $":{port}");
        http.Response.Redirect($"https://{host}{http.Request.Path.ToUriComponent()}{http.Request.QueryString.ToUriComponent()}", permanent: true, preserveMethod: true);
        return Task.CompletedTask;
    }
}
