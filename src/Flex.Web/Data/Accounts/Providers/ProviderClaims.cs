using System.Globalization;
using System.Security.Claims;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Makes of the claims of a provider somebody here, by what was written down for it and nothing else.</summary>
internal static class ProviderClaims
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public static (ProviderPerson? Person, ProviderRefusal? No) Read(IdentityProvider provider, ClaimsPrincipal token, ProgrammeLibrary library, DateTimeOffset now)
    {
        if (provider.Organisation.Said(token) is not [var said] || !provider.Organisation.Values.TryGetValue(said, out var organisation))
        {
            return (null, ProviderRefusal.UnknownOrganisation);
        }

        var roles = provider.Role.Said(token).Where(provider.Role.Values.ContainsKey).Select(v => provider.Role.Values[v]).Distinct(StringComparer.Ordinal).ToList();
        if (roles.Count > 1)
        {
            return (null, ProviderRefusal.SeveralRoles);
        }

        if (roles is not [var role] || OrganisationRoles.Of(library, organisation).All(r => r.Code != role))
        {
            return (null, ProviderRefusal.UnknownRole);
        }

        var name = token.FindFirstValue("name")?.Trim() ?? "";
        return Policies.NeedsSecondFactor(role) && !HasSecondFactor(provider, token) ? (null, ProviderRefusal.NoSecondFactor)
            : provider.MaxAge is { } age && !(SignedInAt(token) > now - age - Skew) ? (null, ProviderRefusal.TooLongAgo)
            : name.Length is 0 or > 200 || name.Any(char.IsControl) ? (null, ProviderRefusal.NoName)
            : (new(token.FindFirstValue("sub")!, organisation, role, name), null);
    }

    /// <summary>Whether somebody signed in since; what the provider does not say was not done.</summary>
    public static bool SignedInSince(ClaimsPrincipal token, string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && SignedInAt(token) > DateTimeOffset.FromUnixTimeSeconds(since) - Skew;

    // What the provider does not say was not done.
    private static bool HasSecondFactor(IdentityProvider provider, ClaimsPrincipal token) =>
        token.FindAll("acr").Any(c => provider.Acr.Contains(c.Value)) || token.FindAll("amr").Any(c => provider.Amr.Contains(c.Value));

    private static DateTimeOffset? SignedInAt(ClaimsPrincipal token) =>
        long.TryParse(token.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
