using Flex.Web.Data.Accounts.Providers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Flex.Web.Features.Sessions;

/// <summary>
/// After signing out here somebody may be signed in at the provider still, and so may who takes the same computer next. Signing out there too is offered
/// and not done unasked: it can end other work of that person.
/// </summary>
internal static class SignOutOfOrganisation
{
    private const string Out = "/uitgelogd";

    public static void Map(IEndpointRouteBuilder app, string path)
    {
        app.MapGet(path + Out, Show).AllowAnonymous();
        app.MapGet(path + "/uit", Lead).AllowAnonymous();
    }

    private static IResult Show(string code, string? hier, SiteOptions site) => SignInWithOrganisation.Find(site, code) is not { } provider
        ? Results.NotFound()
        : new RazorComponentResult<SignedOutPage>(new { provider.Label, There = hier is null ? null : provider.Path + "/uit" });

    // No ID token goes along: it would stand in the history of the browser, and would have to be kept until then. The provider asks instead.
    private static async Task<IResult> Lead(HttpContext http, string code, SiteOptions site, IOptionsMonitor<ProviderOptions> options, CancellationToken stop)
    {
        if (SignInWithOrganisation.Find(site, code) is not { } provider)
        {
            return Results.NotFound();
        }

        try
        {
            var said = await options.Get(provider.Scheme).Metadata.Get(stop);
            return ProviderFields.IsSafe(said.EndSessionEndpoint ?? "")
                ? Results.Redirect(new OpenIdConnectMessage
                {
                    IssuerAddress = said.EndSessionEndpoint, ClientId = provider.ClientId, PostLogoutRedirectUri = $"{http.Request.Scheme}://{http.Request.Host}{provider.Path}{Out}",
                }.CreateLogoutRequestUrl())
                : new RazorComponentResult<SignedOutPage>(new { provider.Label, Stays = true });
        }
        catch (Exception failure) when (ProviderRefusals.Of(failure) == ProviderRefusal.Away && !stop.IsCancellationRequested)
        {
            ProviderRefusals.Log(http, ProviderRefusal.Away, failure);
            return new RazorComponentResult<SignedOutPage>(new { provider.Label, Stays = true });
        }
    }
}
