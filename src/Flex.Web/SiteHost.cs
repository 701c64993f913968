using System.IO.Compression;
using Flex.Web.Api.Programme;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Guard;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace Flex.Web;

/// <summary>How the site listens, logs, compresses and guards every response, whatever it answers.</summary>
internal static class SiteHost
{
    public static void Configure(WebApplicationBuilder builder, Installation installation, SiteOptions options)
    {
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = BodyLimit.Most;
            if (options.Tls is { } tls)
            {
                tls.Listens(k, options.Port);
            }
            else
            {
                k.Listen(System.Net.IPAddress.Loopback, options.Port);
            }
        });
        builder.Logging.ClearProviders().AddProvider(new TechnicalLog(options.Log, options.Clock.Real));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // A failed request is told once, with its number (Mistakes).
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(installation.Folder.Keys)).SetApplicationName("geboortezorg-flex");
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(a => (a.Cookie.Name, a.Cookie.SecurePolicy) = (SafeCookie.NameOn(options, "flex-formulier"), options.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest));
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<Mistakes>();
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
        app.Use(Headers.Put);
        OnlyHttps.Guard(app, options);
        HostCookies.Guard(app, options.Https);
        app.Use(RequestOrigin.Note);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/fout", StatusCodeSelector = Mistakes.StatusOf });
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        ApiV1.Pipeline(app);
        app.Use(BodyLimit.Refuse);
        app.UseResponseCompression();
        app.Use(PageBody.Hold);
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
            // The page that says so is asked for by the same request.
            http.Features.Set<IAntiforgeryValidationFeature>(null);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
