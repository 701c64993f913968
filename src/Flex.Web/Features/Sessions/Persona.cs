using Flex.Web.Data.Access;

namespace Flex.Web.Features.Sessions;

/// <summary>The invented person behind each role of the demonstration, and where that person begins.</summary>
internal static class Persona
{
    public static string NameOf(Role role) => "Demo " + role.Label.ToLowerInvariant();

    public static string StartOf(Role role, string? back) => IsLocal(back) ? back! : role.Code switch
    {
        Roles.Verloskundige => "/aanmelden",
        Roles.Intaker or Roles.Coordinator or Roles.Kraamverzorgende or Roles.Jgz => "/werk",
        Roles.Gezin => "/",
        Roles.Beheerder => "/beheer/accounts",
        Roles.Privacy => "/beheer/toezicht",
        _ => "/cijfers",
    };

    // Only a path of this site: never another host, however it is written.
    private static bool IsLocal(string? path) => path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains('\n', StringComparison.Ordinal);
}
