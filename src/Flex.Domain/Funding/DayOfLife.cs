using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Everything about one day of a family that decides who pays, worked out once for all quarters of that day.</summary>
internal sealed class DayOfLife
{
    public required DateOnly Day { get; init; }

    /// <summary>Counted from the birth as day 1; null while no birth is known.</summary>
    public required int? Number { get; init; }

    /// <summary>Quarters before this one lie before the birth.</summary>
    public required int BornAt { get; init; }

    public required CareTerms Terms { get; init; }

    /// <summary>The mother has no basic insurance on this day.</summary>
    public required bool Uninsured { get; init; }

    public required bool Stillbirth { get; init; }

    /// <summary>Indicated quarters for the whole lying-in, days in hospital taken off; null when nothing was indicated yet, or the regular days are over.</summary>
    public required int? Indicated { get; init; }

    /// <summary>Quarters of the extension when the insurer's rule allows it as far as the day can tell; else null.</summary>
    public required int? Extension { get; init; }

    public required bool ExtensionIsContiguous { get; init; }

    /// <summary>Why there is no extension; meaningless when there is one.</summary>
    public required NotInsured NoExtension { get; init; }

    /// <summary>The policy that pays a late start on this day, or -1.</summary>
    public required sbyte LateCover { get; init; }

    public required bool Waived { get; init; }

    /// <summary>Why the programme does not pay on this day; <see cref="PayerReason.AfterRegularCare"/> when it does.</summary>
    public required PayerReason Programme { get; init; }

    public required InsuredWith? Insurer { get; init; }

    public required string? Municipality { get; init; }

    public required OwnContributionRate? Rate { get; init; }

    /// <summary>Whether the day lies in the regular days.</summary>
    public bool IsRegular => Number <= Terms.RegularDays;
}
