using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Funding;

/// <summary>When an insurer pays an extension of regular care, in a period; where none is written nothing is paid.</summary>
/// <param name="Concern">The insurer's concern; null for every insurer that has no rule of its own.</param>
/// <param name="Classes">Every class that is still possible for the family must be one of these.</param>
/// <param name="ByMidwife">Only what the midwife indicated.</param>
/// <param name="Contiguous">Each day must follow a day of care, whoever paid it, without a day in between.</param>
/// <param name="Source">Where that is written.</param>
public sealed record ExtensionRule(string? Concern, DateRange Period, ClassSet Classes, bool ByMidwife, bool Contiguous, string Source)
{
    /// <summary>The rule of an insurer on a day, or null when it pays none.</summary>
    public static ExtensionRule? Of(IReadOnlyList<ExtensionRule> rules, string? concern, DateOnly day) =>
        rules.FirstOrDefault(r => r.Concern is not null && r.Concern == concern && r.Period.Contains(day)) ?? rules.FirstOrDefault(r => r.Concern is null && r.Period.Contains(day));
}
