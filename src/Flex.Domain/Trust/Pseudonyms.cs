using Flex.Domain.Accounts;
using Flex.Domain.Programmes;

namespace Flex.Domain.Trust;

/// <summary>
/// Who may get lines about single families, under a pseudonym of that recipient's own (standards.md PR-04): who does the research and the programme office.
/// A municipality and an insurer get no line per family, pseudonymous or not (issue 4 §2).
/// </summary>
public static class Pseudonyms
{
    private static readonly string[] Roles = ["onderzoek", "programmabureau"];

    /// <summary>The partners of a programme that may get such a file.</summary>
    public static IReadOnlyList<Partner> Recipients(Programme programme) => [.. programme.Partners.Where(p => p.Roles.Any(Roles.Contains))];

    /// <summary>A pseudonym as it is written: 26 capitals and digits, of the first 16 bytes (128 bits) of a keyed hash.</summary>
    public static string TextOf(ReadOnlySpan<byte> hash) => Base32.Of(hash[..16]);
}
