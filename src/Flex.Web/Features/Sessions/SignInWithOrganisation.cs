using System.Globalization;
using System.Runtime.ExceptionServices;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace Flex.Web.Features.Sessions;

/// <summary>Signing in with the means of the own organisation (OpenID Connect). A link leads there: a form may not leave this site.</summary>
internal static class SignInWithOrganisation
{
    private const string Path = "/inloggen/organisatie/{code}";

    public static void Services(AuthenticationBuilder builder, SiteOptions site)
    {
        foreach (var provider in site.Providers)
        {
            builder.AddOAuth<ProviderOptions, ProviderHandler>(provider.Scheme, options => ProviderSetting.Fill(options, provider, site, new OAuthEvents
            {
                OnTicketReceived = Received,
                OnRemoteFailure = Failed,
            }));
        }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Begin).AllowAnonymous();
        SignOutOfOrganisation.Map(app, Path);
    }

    /// <summary>The providers to choose from, each with the address where it begins.</summary>
    public static IReadOnlyList<Choice> Choices(SiteOptions site, string? back) =>
        [.. site.Providers.Select(p => new Choice(back is null ? p.Path : QueryHelpers.AddQueryString(p.Path, "terug", back), p.Label))];

    public static IdentityProvider? Find(SiteOptions site, string code) => site.Providers.FirstOrDefault(p => p.Code == code);

    private static async Task<IResult> Begin(HttpContext http, string code, string? terug, string? opnieuw, SiteOptions site)
    {
        if (Find(site, code) is not { } provider)
        {
            return Results.NotFound();
        }

        try
        {
            await http.ChallengeAsync(provider.Scheme, Asked(http, terug, opnieuw == "ja"));
            return Results.Empty;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            ProviderRefusals.Log(http, ProviderRefusals.Of(failure), failure);
            return ProviderRefusals.Page(provider, ProviderRefusals.Of(failure));
        }
    }

    private static AuthenticationProperties Asked(HttpContext http, string? back, bool anew)
    {
        var asked = new AuthenticationProperties { RedirectUri = back ?? "/" };
        if (anew)
        {
            asked.Items[ProviderHandler.Anew] = http.RequestServices.GetRequiredService<FlexDb>().Clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        return asked;
    }

    private static async Task Received(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (http, provider) = (context.HttpContext, ((ProviderOptions)context.Options).Provider);
        var db = http.RequestServices.GetRequiredService<FlexDb>();
        if (!await ProviderTries.IsFirstAnswer(http, context.Properties!.Items[ProviderHandler.Nonce]!, http.RequestAborted))
        {
            await ProviderRefusals.Answer(http, provider, ProviderRefusal.Broken);
            return;
        }

        var (person, no) = ProviderClaims.Read(provider, context.Principal!, http.RequestServices.GetRequiredService<ProgrammeLibrary>(), db.Clock.Now);
        var since = context.Properties!.Items.TryGetValue(ProviderHandler.Anew, out var asked) ? asked : null;
        if (person is not null && since is not null && !ProviderClaims.SignedInSince(context.Principal!, since))
        {
            (person, no) = (null, ProviderRefusal.TooLongAgo);
        }

        if (person is null)
        {
            await ProviderRefusals.Answer(http, provider, no!.Value);
            return;
        }

        // This request was taken before anybody looked whose it is.
        http.User = (await http.AuthenticateAsync()).Principal ?? http.User;
        if (await ProviderSignIn.Open(db, provider, person with { Anew = since is not null }, TypeFactor.OriginOf(http), Beside, http.RequestAborted) is not { } session)
        {
            await ProviderRefusals.Answer(http, provider, ProviderRefusal.Closed, journaled: true);
            return;
        }

        http.RequestServices.GetRequiredService<LiveSessions>().AskAgain();
        await SessionDoor.Open(http, session);
        http.Response.Redirect(Persona.StartOf(Roles.Find(session.Account.Role)!, context.ReturnUri == "/" ? null : context.ReturnUri));

        void Beside(Work work)
        {
            SessionDoor.End(work, http);
            ProviderTries.Forget(work, http, provider);
        }
    }

    private static async Task Failed(RemoteFailureContext context)
    {
        context.HandleResponse();
        if (context.Failure is { } away && DatabaseAway.Is(away))
        {
            ExceptionDispatchInfo.Throw(away);
        }

        var (http, provider) = (context.HttpContext, ((ProviderOptions)context.Options).Provider);
        var no = http.Request.Query.ContainsKey("error") ? ProviderRefusal.BrokenOff : ProviderRefusals.Of(context.Failure);
        await ProviderRefusals.Answer(http, provider, no, context.Failure, journaled: no is ProviderRefusal.TooOften or ProviderRefusal.Away);
    }
}
