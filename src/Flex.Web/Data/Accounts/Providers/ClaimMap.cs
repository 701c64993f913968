using System.Security.Claims;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Which claim to read, and what each of its values is here.</summary>
internal sealed record ClaimMap(string Claim, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What a token says, as the provider writes it.</summary>
    public IReadOnlyList<string> Said(ClaimsPrincipal token) => [.. token.FindAll(Claim).Select(c => c.Value).Distinct(StringComparer.Ordinal)];
}
