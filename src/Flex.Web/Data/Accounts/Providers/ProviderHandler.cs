using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>
/// OpenID Connect on the framework's OAuth handler, which keeps the state, binds it to the browser, proves the code is its own (PKCE) and exchanges it.
/// Added here: discovery, a nonce, and an ID token in the place of a question to the provider.
/// </summary>
internal sealed class ProviderHandler(IOptionsMonitor<ProviderOptions> options, ILoggerFactory logger, UrlEncoder encoder) : OAuthHandler<ProviderOptions>(options, logger, encoder)
{
    /// <summary>Where the nonce is kept in the state.</summary>
    public const string Nonce = "nonce";

    /// <summary>Where the state keeps that somebody must sign in anew, and since when (seconds of Unix); absent when being signed in there is enough.</summary>
    public const string Anew = "opnieuw";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await Discover();
        properties.Items[Nonce] = ProviderToken.Protocol.GenerateNonce();
        properties.ExpiresUtc = TimeProvider.GetUtcNow() + Options.RemoteAuthenticationTimeout;
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal) { ["nonce"] = properties.Items[Nonce] };
        if (Options.Provider.Acr.Count > 0)
        {
            asked["acr_values"] = string.Join(' ', Options.Provider.Acr);
        }

        if (properties.Items.ContainsKey(Anew))
        {
            (asked["prompt"], asked["max_age"]) = ("login", "0");
        }
        else if (Options.Provider.MaxAge is { } age)
        {
            asked["max_age"] = $"{age.TotalSeconds:0}";
        }

        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), asked);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        if (await ProviderTries.Claim(Context, Options.Provider, Context.RequestAborted) is { } again)
        {
            return HandleRequestResult.Fail(new TriedTooOften(again));
        }

        var said = await Discover();
        // Of two providers none can answer for the other (RFC 9207); each has an address of its own to answer at, too.
        var issuer = Request.Query["iss"].ToString();
        return issuer != Options.Provider.Issuer && (issuer.Length > 0 || said.AuthorizationResponseIssParameterSupported)
            ? HandleRequestResult.Fail("Another issuer answered.")
            : await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(System.Security.Claims.ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        if (properties.ExpiresUtc is not { } until || until < TimeProvider.GetUtcNow())
        {
            throw new InvalidOperationException("The answer came too late.");
        }

        var answer = new OpenIdConnectMessage(tokens.Response!.RootElement.GetRawText());
        var token = await ProviderToken.Read(Options.Provider, Options.Metadata, answer, properties.Items[Nonce]!, Context.RequestAborted);
        return new(new(token), properties, Scheme.Name);
    }

    // The same for every request, so that it may be set again.
    private async Task<OpenIdConnectConfiguration> Discover()
    {
        var said = await Options.Metadata.Get(Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (said.AuthorizationEndpoint, said.TokenEndpoint);
        return said;
    }
}
