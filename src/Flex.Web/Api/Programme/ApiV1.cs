using Flex.Web.Guard;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Flex.Web.Api.Programme;

/// <summary>The REST API under /api/v1, by the NLGov REST API Design Rules: its version, headers, errors and description.</summary>
internal static class ApiV1
{
    public const string Root = "/api/v1";
    private const string Version = "1.0.0";

    public static void Services(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(Root[1..], StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(Describe);
    });

    /// <summary>Before routing: what holds for every answer of the API, errors and refusals too.</summary>
    public static void Pipeline(WebApplication app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
        api =>
        {
            api.Use(Guard);
            api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = http => Problem(http, http.Response.StatusCode), StatusCodeSelector = Mistakes.StatusOf });
            api.UseStatusCodePages(refused => Problem(refused.HttpContext, refused.HttpContext.Response.StatusCode));
            api.Use(RefuseTrailingSlash);
        });

    public static void Map(IEndpointRouteBuilder app)
    {
        var document = app.MapOpenApi(Root + "/openapi.json").AllowAnonymous();
        document.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return await next(context);
        });
        GetFactsheet.Map(Group(app));
        ShowSession.Map(Group(app));
    }

    /// <summary>Where an endpoint of the API is mapped.</summary>
    public static RouteGroupBuilder Group(IEndpointRouteBuilder app) => app.MapGroup(Root);

    // When the answer starts, because what handles a mistake empties what was set before.
    private static Task Guard(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["API-Version"] = Version;
            http.Response.Headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return Task.CompletedTask;
        });
        return next(http);
    }

    // Routing takes an address with a slash at its end for the same one; the design rules want "not found".
    private static Task RefuseTrailingSlash(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.Value!.EndsWith('/'))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private static Task Problem(HttpContext http, int status) => Results.Problem(
        statusCode: status, title: Title(status), detail: Detail(status), extensions: status >= 500 ? [KeyValuePair.Create("number", (object?)Mistakes.NumberOf(http))] : null).ExecuteAsync(http);

    private static string Title(int status) => status switch
    {
        400 => "Dit verzoek klopt niet",
        401 => "Niet ingelogd",
        403 => "Geen toegang",
        404 => "Niet gevonden",
        405 => "Deze methode kan hier niet",
        413 => "Dit is te groot",
        500 => "Er ging iets mis",
        503 => "Even niet bereikbaar",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };

    private static string Detail(int status) => status switch
    {
        400 => "Stuur bij wat u vastlegt het token uit " + Root + "/session mee, in de kop die daar staat.",
        401 => "Log in en stuur het sessiecookie mee.",
        403 => "Uw rol mag dit niet.",
        404 => "Op dit adres staat niets. Een adres eindigt nooit op een schuine streep.",
        413 => "Er is niets gewijzigd. Stuur ten hoogste een miljoen bytes.",
        500 => "Er is niets gewijzigd. Probeer het later opnieuw.",
        503 => "De gegevens zijn nu niet bereikbaar. Probeer het over een minuut opnieuw.",
        _ => "Zie " + Root + "/openapi.json voor wat hier kan.",
    };

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Geboortezorg Flex",
            Version = Version,
            Description = "Cijfers van programma's voor flexibele geboortezorg, zonder namen; aanmelden en besluiten als ingelogde professional. Versies volgen Semantic Versioning; de grote versie staat in het adres.",
            License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        return Task.CompletedTask;
    }
}
