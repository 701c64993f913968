using Flex.Domain.Funding;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>One contact as registered: from an instant, so many quarters on end, as what, and what was done.</summary>
/// <param name="Setting">A code of <see cref="CareCodes.Settings"/>.</param>
/// <param name="Done">Codes of <see cref="DoneCodes.All"/>, in their order.</param>
/// <param name="Together">A colleague worked there at the same time.</param>
public sealed record GivenContact(QuarterHour From, Quarters Length, string Setting, IReadOnlyList<string> Done, string? Note, string? Signal, bool Together)
{
    /// <summary>The quarter in which it is over.</summary>
    public QuarterHour Until => From.Plus(Length.Count);

    /// <summary>Whether the two share a quarter of an hour.</summary>
    public bool Overlaps(QuarterHour from, QuarterHour until) => From.Index < until.Index && from.Index < Until.Index;

    /// <summary>Whether it says the same as another registration.</summary>
    public bool Says(GivenContact other) =>
        (From, Length, Setting, Note, Signal, Together) == (other.From, other.Length, other.Setting, other.Note, other.Signal, other.Together) && Done.SequenceEqual(other.Done);
}
