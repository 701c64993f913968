using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Care as given: from an instant, so many quarters of an hour on end, by one caregiver.</summary>
/// <param name="Id">Made by its sender, later made is greater; the same act twice counts once.</param>
/// <param name="Replaces">The contact that it corrects; zero quarters take that one back. Null for a contact of its own.</param>
public sealed record CareContact(Guid Id, QuarterHour From, Quarters Length, CareSetting Setting = CareSetting.AtHome, Guid? Replaces = null)
{
    /// <summary>The quarter in which it is over.</summary>
    public QuarterHour Until => From.Plus(Length.Count);
}

/// <summary>Where, and as what, care was given; decides what a family pays for it.</summary>
public enum CareSetting
{
    /// <summary>At home.</summary>
    AtHome,

    /// <summary>Partusassistentie: help at the delivery itself; without own contribution since 1 January 2017.</summary>
    Partus,

    /// <summary>In hospital on medical grounds; without own contribution.</summary>
    HospitalOnMedicalGrounds,

    /// <summary>In a hospital or birth centre without medical grounds; an own contribution per person per day instead of per hour.</summary>
    InstitutionWithoutMedicalGrounds,
}
