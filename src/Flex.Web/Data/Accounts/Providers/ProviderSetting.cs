using System.Net.Http;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>How the framework talks to one provider.</summary>
internal static class ProviderSetting
{
    private const int MostBytes = 1_000_000;

    // A person waits.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void Fill(ProviderOptions options, IdentityProvider provider, SiteOptions site, OAuthEvents events)
    {
        // No redirects: what is sent holds a secret, and goes nowhere but where the provider said.
        options.Backchannel = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Patience, MaxResponseContentBufferSize = MostBytes,
        };
        (options.Provider, options.Metadata) = (provider, new(provider, options.Backchannel, site.Clock.Real));
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        // Discovery says which they are; the framework wants something before.
        (options.AuthorizationEndpoint, options.TokenEndpoint) = (provider.Issuer, provider.Issuer);
        options.CallbackPath = provider.Path + "/terug";
        options.UsePkce = true;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes)
        {
            options.Scope.Add(scope);
        }

        // The answer comes by an address and no form, so that a Lax cookie comes with it.
        options.CorrelationCookie.Name = "flex-heen.";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = site.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Events = events;
    }
}
