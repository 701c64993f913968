using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Reads the ID token of a provider: signed by it, for this site only, not over, and the answer to what this browser asked.</summary>
internal static class ProviderToken
{
    /// <summary>Makes the word by which an answer is known to belong to its question.</summary>
    public static readonly OpenIdConnectProtocolValidator Protocol = new();

    // Only what the provider alone can make: never "none", never a secret that both have.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Who it is about; throws when anything is wrong with it.</summary>
    public static async Task<ClaimsIdentity> Read(IdentityProvider provider, ProviderMetadata metadata, OpenIdConnectMessage answer, string nonce, CancellationToken stop)
    {
        var read = await Validate(provider, (await metadata.Get(stop)).SigningKeys, answer.IdToken);
        if (read.Exception is SecurityTokenInvalidSignatureException)
        {
            // It may have other keys since.
            read = await Validate(provider, (await metadata.GetAnew(stop)).SigningKeys, answer.IdToken);
        }

        if (!read.IsValid)
        {
            throw read.Exception;
        }

        var token = new JwtSecurityToken(answer.IdToken);
        if (token.Audiences.Count() != 1)
        {
            throw new SecurityTokenInvalidAudienceException("The token is for others too.");
        }

        Protocol.ValidateTokenResponse(new() { ClientId = provider.ClientId, ProtocolMessage = answer, ValidatedIdToken = token, Nonce = nonce });
        return read.ClaimsIdentity;
    }

    private static Task<TokenValidationResult> Validate(IdentityProvider provider, IEnumerable<SecurityKey> keys, string token) =>
        new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer, ValidAudience = provider.ClientId, IssuerSigningKeys = keys, ValidAlgorithms = Algorithms,
            RequireSignedTokens = true, RequireExpirationTime = true, ClockSkew = TimeSpan.FromMinutes(1),
        });
}
