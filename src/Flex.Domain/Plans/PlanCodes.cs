using Flex.Domain.Programmes;

namespace Flex.Domain.Plans;

/// <summary>The stored codes of goals, bookings and the end of a plan, with their words.</summary>
public static class PlanCodes
{
    /// <summary>A goal for the time until other help is there.</summary>
    public const string Bridging = "overbruggen";

    /// <summary>Hours set apart for the family.</summary>
    public const string Reserve = "reserveren";

    /// <summary>Hours that are not needed.</summary>
    public const string GiveBack = "teruggeven";

    /// <summary>A review while the plan runs.</summary>
    public const string Interim = "tussentijds";

    /// <summary>What was said at the end.</summary>
    public const string Last = "einde";

    /// <summary>The family goes on with other help.</summary>
    public const string HandedOver = "overgedragen";

    /// <summary>The family wants no more of it.</summary>
    public const string FamilyStops = "gezin-stopt";

    /// <summary>What a goal is for.</summary>
    public static IReadOnlyList<AnswerOption> Goals { get; } = [new("zelfredzaam", "Het zelf kunnen"), new(Bridging, "Overbruggen tot er andere hulp is")];

    /// <summary>What is done with hours.</summary>
    public static IReadOnlyList<AnswerOption> Bookings { get; } = [new(Reserve, "Uren reserveren"), new(GiveBack, "Uren teruggeven")];

    /// <summary>When a review was.</summary>
    public static IReadOnlyList<AnswerOption> Reviews { get; } = [new(Interim, "Tussentijds"), new(Last, "Bij het einde")];

    /// <summary>Why the care in the pillar ends.</summary>
    public static IReadOnlyList<AnswerOption> Ends { get; } =
    [
        new("doel-bereikt", "Het gezin kan het zelf"), new(HandedOver, "Andere hulp neemt het over"), new(FamilyStops, "Het gezin wil niet meer"), new("termijn", "De termijn is voorbij"), new("anders", "Iets anders"),
    ];
}
