namespace Flex.Web.Features.Sessions;

/// <summary>Tells that somebody is still there, while a long form is filled in. Looking at the session is what keeps it.</summary>
internal static class StaySignedIn
{
    public const string Path = "/inloggen/blijf";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, () => Results.NoContent());
}
