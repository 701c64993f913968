using System.Runtime.ExceptionServices;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Data.Families;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Flex.Web.Features.Families;

/// <summary>
/// The mother, or the other parent with authority, signs in with DigiD, through the broker of her programme, in a visit that goes on. What the broker says comes from server to server;
/// a number is compared by its keyed hash and kept nowhere.
/// </summary>
internal static class SignInAsFamily
{
    private const string Path = FamilyBroker.Door + "{code}";

    public static void Services(IServiceCollection services, SiteOptions site)
    {
        foreach (var broker in site.Brokers)
        {
            new AuthenticationBuilder(services).AddOAuth<ProviderOptions, ProviderHandler>(broker.Provider.Scheme, options => ProviderSetting.Fill(options, broker.Provider, site, new OAuthEvents
            {
                OnTicketReceived = c => Received(c, broker),
                OnRemoteFailure = c => Failed(c, broker),
            }));
        }
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Begin).RequireAuthorization(Policies.OwnPart);

    /// <summary>Through which broker somebody with this visit signs in; null when that cannot be done.</summary>
    public static FamilyBroker? Of(SiteOptions site, FamilyVisit visit) => visit.IsTogether ? null : site.Brokers.FirstOrDefault(b => b.Programme == visit.Programme && b.Knows(visit.Who.Code));

    private static async Task<IResult> Begin(HttpContext http, string code, FlexDb db, SiteOptions site, CancellationToken stop)
    {
        if (await FamilyVisit.Read(db, http.Actor(), FamilySignIn.Purpose, stop) is not { } visit)
        {
            return Results.LocalRedirect(FamilyDoor.OverPath);
        }

        if (Of(site, visit) is not { } broker || broker.Provider.Code != code)
        {
            return Results.NotFound();
        }

        try
        {
            await http.ChallengeAsync(broker.Provider.Scheme, new() { RedirectUri = ShowOwnRecord.Path });
            return Results.Empty;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            return NotSignedIn.Page(FamilyRefusal.Away);
        }
    }

    private static async Task Received(TicketReceivedContext context, FamilyBroker broker)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var first = await ProviderTries.IsFirstAnswer(http, context.Properties!.Items[ProviderHandler.Nonce]!, http.RequestAborted);
        await Finish(http, await FamilySignIn.Try(http, broker, first ? context.Principal : null, http.RequestAborted));
    }

    private static async Task Failed(RemoteFailureContext context, FamilyBroker broker)
    {
        context.HandleResponse();
        if (context.Failure is { } away && DatabaseAway.Is(away))
        {
            ExceptionDispatchInfo.Throw(away);
        }

        var no = context.Failure is TriedTooOften ? FamilyRefusal.TooOften : context.Failure is System.Net.Http.HttpRequestException or TaskCanceledException or IOException ? FamilyRefusal.Away : FamilyRefusal.Broken;
        await FamilySignIn.Try(context.HttpContext, broker, null, context.HttpContext.RequestAborted);
        await Finish(context.HttpContext, no);
    }

    private static async Task Finish(HttpContext http, FamilyRefusal? no)
    {
        if (no is null)
        {
            http.Response.Redirect(ShowOwnRecord.Path);
            return;
        }

        await NotSignedIn.Page(no.Value).ExecuteAsync(http);
    }
}
