using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>Somebody plans, reserves or gives back hours of a family. What was used is no act: it follows from the care given and who pays it.</summary>
/// <param name="Id">Made by its sender, later made is greater.</param>
/// <param name="Hours">Of a plan: all of it, what was used before included; it replaces the earlier plan.</param>
public sealed record LedgerAct(Guid Id, LedgerKind Kind, Quarters Hours);

/// <summary>What is done.</summary>
public enum LedgerKind
{
    /// <summary>Plan hours for the family.</summary>
    Plan,

    /// <summary>Set hours apart.</summary>
    Reserve,

    /// <summary>Give back what is not needed.</summary>
    GiveBack,
}

/// <summary>Why an act on the ledger cannot be.</summary>
public enum LedgerRefusal
{
    /// <summary>No hours were given.</summary>
    Nothing,

    /// <summary>More is given back than is left.</summary>
    MoreThanLeft,

    /// <summary>A plan of fewer hours than were used already.</summary>
    PlanBelowUsed,
}
