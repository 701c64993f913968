using Flex.Domain.Funding;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>A contact as a shift is held against it: as it stands, or, when it was taken back, as it last was.</summary>
public sealed record KnownContact(Guid Id, QuarterHour From, Quarters Length, string Setting, string Caregiver, bool TakenBack)
{
    /// <summary>The quarter in which it is over.</summary>
    public QuarterHour Until => From.Plus(Length.Count);
}

/// <summary>What a line of a file said before, and the contact against which it was held, as that stands now.</summary>
public sealed record KnownShift(string Number, QuarterHour From, Quarters Length, string Setting, string Caregiver, Guid Contact);

/// <summary>What of a family decides whether a shift can be taken in, and what comes of it.</summary>
/// <param name="Contacts">Every contact with its corrections followed, also those that were taken back.</param>
/// <param name="Said">What the same sender said before.</param>
public sealed record ShiftContext(FamilyLife Life, DateOnly? LastDay, IReadOnlyList<ClosedMonth> Closed, IReadOnlyList<KnownContact> Contacts, IReadOnlyList<KnownShift> Said)
{
    /// <summary>Hours without times, per day and caregiver.</summary>
    public IReadOnlyList<(DateOnly Day, Quarters Hours, string Caregiver)> Untimed { get; init; } = [];

    /// <summary>The last day on which the sender cares for this family; null when it does not.</summary>
    public DateOnly? CaresUntil { get; init; }
}
