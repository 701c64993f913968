using Flex.Web.Data.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Api.Programme;

/// <summary>GET /api/v1/session: who is signed in, and the token that goes with everything that is written.</summary>
internal static class ShowSession
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/session", Show)
        .RequireAuthorization()
        .WithName("getSession")
        .WithTags("session")
        .WithSummary("Wie is ingelogd, met het token voor wat u schrijft")
        .WithDescription("Stuur het token mee in de genoemde kop bij elk verzoek dat iets vastlegt.")
        .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static Ok<SessionJson> Show(HttpContext http, IAntiforgery antiforgery)
    {
        var (actor, tokens) = (http.Actor(), antiforgery.GetAndStoreTokens(http));
        return TypedResults.Ok(new SessionJson(actor.Name, actor.Role, actor.Organisation, tokens.HeaderName!, tokens.RequestToken!));
    }
}

/// <summary>The session as JSON.</summary>
/// <param name="Header">The name of the header in which <paramref name="Token"/> goes.</param>
internal sealed record SessionJson(string Name, string Role, string Organisation, string Header, string Token);
