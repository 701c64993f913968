using Flex.Web.Data.Accounts.Providers;

namespace Flex.Web.Data.Families;

/// <summary>The broker through which families of one programme sign in with DigiD, as who runs the installation wrote it down.</summary>
/// <param name="Provider">How it is talked to; its <see cref="IdentityProvider.Acr"/> are the levels that are high enough.</param>
/// <param name="BsnClaim">The claim of the ID token that holds the BSN.</param>
/// <param name="ChildrenClaim">The claim that holds the BSN of each child over whom the broker found that somebody has authority; null: the broker does not say, and only the mother signs in.</param>
internal sealed record FamilyBroker(string Programme, IdentityProvider Provider, string BsnClaim, string? ChildrenClaim = null)
{
    /// <summary>Whether somebody with this code of <see cref="Domain.Families.FamilyPerson"/> can sign in here: each to the own part.</summary>
    public bool Knows(string who) => who == "moeder" || (who == "andere-ouder" && ChildrenClaim is not null);

    /// <summary>Where signing in as a family begins.</summary>
    public const string Door = "/gezin/inloggen/";
}
