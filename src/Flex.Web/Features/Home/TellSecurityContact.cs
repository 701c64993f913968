namespace Flex.Web.Features.Home;

/// <summary>/.well-known/security.txt: where a weakness can be reported. Not there when nobody said where, or what was said is too old.</summary>
internal static class TellSecurityContact
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/.well-known/security.txt", Tell).AllowAnonymous();

    private static IResult Tell(SiteOptions site, TimeProvider clock) =>
        site.Security?.Text(clock.GetUtcNow(), site.Mail.Site) is { } text ? Results.Text(text, "text/plain; charset=utf-8") : Results.NotFound();
}
