using System.Net.Http;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>What a provider says of itself: its addresses and its keys. Kept for some hours, and asked anew when a token is signed with a key that is not known.</summary>
internal sealed class ProviderMetadata(IdentityProvider provider, HttpClient line, TimeProvider clock) : IDisposable
{
    // So that nobody lets this site ask a provider as often as he sends a token.
    private static readonly TimeSpan AtMostOnceIn = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(6);

    private readonly SemaphoreSlim one = new(1);
    private (OpenIdConnectConfiguration Said, DateTimeOffset At)? last;

    /// <summary>What it says, or said not long ago.</summary>
    public Task<OpenIdConnectConfiguration> Get(CancellationToken stop) => Get(KeptFor, stop);

    /// <summary>What it says now: its keys may be others.</summary>
    public Task<OpenIdConnectConfiguration> GetAnew(CancellationToken stop) => Get(AtMostOnceIn, stop);

    public void Dispose() => one.Dispose();

    private async Task<OpenIdConnectConfiguration> Get(TimeSpan oldest, CancellationToken stop)
    {
        await one.WaitAsync(stop);
        try
        {
            last = last is { } kept && clock.GetUtcNow() - kept.At < oldest ? kept : (await Ask(stop), clock.GetUtcNow());
            return last.Value.Said;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<OpenIdConnectConfiguration> Ask(CancellationToken stop)
    {
        var reader = new HttpDocumentRetriever(line) { RequireHttps = !new Uri(provider.Issuer).IsLoopback };
        var said = await OpenIdConnectConfigurationRetriever.GetAsync(provider.Issuer.TrimEnd('/') + "/.well-known/openid-configuration", reader, stop);
        // Who may speak for an issuer says exactly that name, and leads only to where nobody listens in.
        return said.Issuer == provider.Issuer && ProviderFields.IsSafe(said.AuthorizationEndpoint) && ProviderFields.IsSafe(said.TokenEndpoint)
            ? said
            : throw new InvalidOperationException("The provider says it is another, or leads to an address that is not safe.");
    }
}
