using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>One shift as a line of the provider's file says it.</summary>
/// <param name="Number">The sender's own number of the shift, which never changes.</param>
/// <param name="Setting">A code of <see cref="Funding.CareCodes.Settings"/>.</param>
/// <param name="Together">A colleague worked there at the same time, and the file says so.</param>
public sealed record SaidShift(string Number, QuarterHour From, Quarters Length, string Setting, string Caregiver, bool Together)
{
    /// <summary>The quarter in which it is over.</summary>
    public QuarterHour Until => From.Plus(Length.Count);

    /// <summary>Whether it says the same time, kind and caregiver.</summary>
    public bool Says(QuarterHour from, Quarters length, string setting, string caregiver) =>
        (From, Length, Setting) == (from, length, setting) && IsBy(caregiver);

    /// <summary>Whether the same person gave it, however the name was typed.</summary>
    public bool IsBy(string caregiver) => string.Equals(Caregiver, caregiver, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the two share a quarter of an hour.</summary>
    public bool Overlaps(QuarterHour from, QuarterHour until) => From.Index < until.Index && from.Index < Until.Index;
}
