using System.Security.Claims;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Access;

/// <summary>The person behind a request, from the session.</summary>
internal static class SignedIn
{
    public const string OrganisationClaim = "organisatie";

    /// <summary>Who acts; null when nobody is signed in.</summary>
    public static Actor? Of(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true }
        ? new(Claim(user, ClaimTypes.NameIdentifier), Claim(user, ClaimTypes.Name), Claim(user, ClaimTypes.Role), Claim(user, OrganisationClaim))
        : null;

    /// <summary>Who acts; an endpoint behind a policy always has one.</summary>
    public static Actor Actor(this HttpContext http) => Of(http.User) ?? throw new InvalidOperationException("An endpoint without sign-in asked who acts.");

    private static string Claim(ClaimsPrincipal user, string type) => user.FindFirstValue(type) ?? "";
}
