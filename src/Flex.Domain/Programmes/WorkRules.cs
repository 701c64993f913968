namespace Flex.Domain.Programmes;

/// <summary>By when work is done, how long a place is kept and in which order families wait: what a programme decides about its own work.</summary>
/// <param name="DecideWithinDays">Days between application and decision, per pillar number; a pillar that is not named has <paramref name="OtherWithinDays"/>.</param>
/// <param name="OtherWithinDays">Days for every other step.</param>
/// <param name="ReservationDays">After so many days a reserved place lapses; null: it does not.</param>
/// <param name="OfferDays">After so many days an offered place lapses; null: it does not.</param>
/// <param name="CareMonths">Calendar months after the birth until which care can last.</param>
/// <param name="Contact">Whom a family or applicant can call, or null when the programme names nobody.</param>
public sealed record WorkRules(
    IReadOnlyDictionary<int, int> DecideWithinDays, int OtherWithinDays, int? ReservationDays, int? OfferDays, WaitingOrder WaitingOrder, int CareMonths, ProgrammeContact? Contact)
{
    /// <summary>A programme that decided nothing: everything is due on the day it begins and no place lapses.</summary>
    public static WorkRules None { get; } = new(new Dictionary<int, int>(), 0, null, null, WaitingOrder.ApplicationDate, 0, null);

    /// <summary>The last day on which somebody decides about all these pillars, for an application of a day.</summary>
    public DateOnly DecidedBy(DateOnly applied, IEnumerable<int> pillars) => applied.AddDays(pillars.Select(p => DecideWithinDays.GetValueOrDefault(p, OtherWithinDays)).DefaultIfEmpty(OtherWithinDays).Max());

    /// <summary>After the end of a relation with a family, so many days it still reaches her for after-care.</summary>
    public int AfterCareDays { get; init; }

    /// <summary>The first day after the birth (the day of birth is day 1) on which care of the programme can follow regular care that is over.</summary>
    public int CareFromDay { get; init; } = new Funding.CareTerms().FlexibleFromDay;

    /// <summary>So many days a link for a family can be used; null while the programme did not say, and then none is made.</summary>
    public int? FamilyLinkDays { get; init; }

    /// <summary>So many days after they were registered hours may be claimed of which the family said nothing; null: never by themselves.</summary>
    public int? SilenceDays { get; init; }

    /// <summary>The days per pillar as an array that begins at pillar 1; a pillar without days has null.</summary>
    public int?[] DaysByPillar => [.. Enumerable.Range(1, DecideWithinDays.Count == 0 ? 0 : DecideWithinDays.Keys.Max()).Select(p => DecideWithinDays.TryGetValue(p, out var days) ? days : (int?)null)];
}

/// <summary>The order in which waiting families are offered a place.</summary>
public enum WaitingOrder
{
    /// <summary>Who applied first comes first.</summary>
    ApplicationDate,

    /// <summary>Whose child is born or expected first comes first.</summary>
    DueDate,
}

/// <summary>A named person of the programme, to be called.</summary>
public sealed record ProgrammeContact(string Name, string? Telephone);
