using Microsoft.AspNetCore.Authentication.OAuth;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>The settings of one provider in the framework.</summary>
internal sealed class ProviderOptions : OAuthOptions
{
    public IdentityProvider Provider { get; set; } = null!;

    public ProviderMetadata Metadata { get; set; } = null!;
}
