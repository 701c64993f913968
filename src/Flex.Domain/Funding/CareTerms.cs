using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>The terms of care around a birth, counted from the day of birth as day 1; what holds on the day of care decides.</summary>
public sealed record CareTerms
{
    /// <summary>Last day of regular care (Besluit zorgverzekering art. 2.11: at most ten days, from the day of delivery).</summary>
    public int RegularDays { get; init; } = 10;

    /// <summary>First day on which care of the programme can follow regular care that is over (factsheet: after the 8th to 10th day).</summary>
    public int FlexibleFromDay { get; init; } = 8;

    /// <summary>First day of care on which an extension can be paid at all, whatever insurers write (Besluit zorgverzekering art. 2.11 since 2024).</summary>
    public DateOnly ExtensionFrom { get; init; } = new(2024, 1, 1);

    /// <summary>Last day of an extension (since 2024: at most six weeks).</summary>
    public int ExtensionLastDay { get; init; } = 42;

    /// <summary>Calendar months after the birth until which care of the programme can last, the last day included (factsheet: first six months).</summary>
    public int FlexibleMonths { get; init; } = 6;

    /// <summary>Whether partus assistance uses up indicated hours. Sources conflict: the protocol holds it apart, one provider counts it in.</summary>
    public bool PartusUsesIndication { get; init; }

    /// <summary>What a day in hospital takes off the indicated hours of a mother who breast-feeds, in whole or in part (LIP: 6 hours).</summary>
    public Quarters StayWhenBreastFed { get; init; } = new(24);

    /// <summary>The same of one who does not, or of whom it is not known (LIP: 5.5 hours).</summary>
    public Quarters StayWhenBottleFed { get; init; } = new(22);
}
