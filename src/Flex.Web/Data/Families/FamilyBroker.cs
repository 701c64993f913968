using Flex.Web.Data.Accounts.Providers;

namespace Flex.Web.Data.Families;

/// <summary>The broker through which families of one programme sign in with DigiD, as who runs the installation wrote it down.</summary>
/// <param name="Provider">How it is talked to; its <see cref="IdentityProvider.Acr"/> are the levels that are high enough.</param>
/// <param name="BsnClaim">The claim of the ID token that holds the BSN.</param>
internal sealed record FamilyBroker(string Programme, IdentityProvider Provider, string BsnClaim)
{
    /// <summary>Where signing in as a family begins.</summary>
    public const string Door = "/gezin/inloggen/";
}
