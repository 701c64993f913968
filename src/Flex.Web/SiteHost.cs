using System.IO.Compression;
using Flex.Web.Api.Programme;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;

namespace Flex.Web;

/// <summary>How the site listens, logs, compresses and guards every response, whatever it answers.</summary>
internal static class SiteHost
{
    private const long LargestRequest = 1_000_000;

    public static void Configure(WebApplicationBuilder builder, Installation installation, SiteOptions options)
    {
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = LargestRequest;
            k.Listen(System.Net.IPAddress.Loopback, options.Port);
        });
        builder.Logging.ClearProviders().AddJsonConsole();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(installation.Folder.Keys)).SetApplicationName("geboortezorg-flex");
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(a => (a.Cookie.Name, a.Cookie.SecurePolicy) = (SafeCookie.NameOn(options, "flex-formulier"), options.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest));
        builder.Services.AddProblemDetails();
        builder.Services.AddResponseCompression(c =>
        {
            c.EnableForHttps = false;
            c.Providers.Add<BrotliCompressionProvider>();
            c.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/json"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(b => b.Level = CompressionLevel.Optimal);
    }

    public static void Pipeline(WebApplication app, SiteOptions options)
    {
        if (options.Https)
        {
            // The proxy on this machine says who calls; of what it was told itself nothing is believed.
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
            app.Use((http, next) =>
            {
                http.Request.Scheme = "https";
                return next(http);
            });
        }

        app.Use(Guard);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/fout", StatusCodeSelector = DatabaseAway.StatusOf });
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        ApiV1.Pipeline(app);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseForged);
    }

    // The framework only notes a form without a valid token; here it ends in "bad request", whatever the endpoint reads.
    private static Task RefuseForged(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private static Task Guard(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(http);
    }
}
