using Flex.Domain.Programmes;

namespace Flex.Domain.Trust;

/// <summary>
/// Who may get a file with the names of families: the kraamzorg that judges them and keeps their record, and of those families only (standards.md §3.4,
/// kraamzorg, assigned). Everybody else gets figures, or lines under pseudonyms (<see cref="Pseudonyms"/>).
/// </summary>
public static class NamedFiles
{
    /// <summary>Under which role of the policy such a recipient counts: who keeps the record.</summary>
    public const string Role = "intaker";

    /// <summary>The kinds of file that name families, with the classes of data they hold in full.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DataClass>> Kinds { get; } = new Dictionary<string, IReadOnlyList<DataClass>>(StringComparer.Ordinal)
    {
        ["applications"] = [DataClass.Identity, DataClass.Application, DataClass.RiskClass, DataClass.Outcome],
        ["care"] = [DataClass.Hours, DataClass.Notes],
    };

    /// <summary>The partners of a programme that may get such a file.</summary>
    public static IReadOnlyList<Partner> Recipients(Programme programme) => [.. programme.Partners.Where(p => p.Roles.Contains("kraamzorg"))];
}
