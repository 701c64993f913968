using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Flex.Web.Data.Access;

/// <summary>Writes down who asked for what the role may not, before saying no; whoever asks hears what was said before.</summary>
internal sealed class RefusedRoutes(FlexDb db) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler answer = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && SignedIn.Of(context.User) is { } actor && context.GetEndpoint() is RouteEndpoint route)
        {
            await Write(actor, $"{context.Request.Method} {route.RoutePattern.RawText}", Dossier(context, route));
        }

        await answer.HandleAsync(next, context, policy, authorizeResult);
    }

    private async Task Write(Actor actor, string purpose, Guid? dossier)
    {
        await using var work = await db.Begin(actor, purpose);
        work.Journal(Act.Refused, dossier: dossier);
        await work.Save();
    }

    // The id in other addresses is not that of a dossier.
    private static Guid? Dossier(HttpContext context, RouteEndpoint route) =>
        route.RoutePattern.RawText!.Contains("/dossiers/{id:guid}", StringComparison.Ordinal) && Guid.TryParse(context.GetRouteValue("id") as string, out var id) ? id : null;
}
