namespace Flex.Domain.Births;

/// <summary>One birth as it was registered. Twins are one birth of one family; the first child's day is the day of birth.</summary>
/// <param name="Place">A code of <see cref="BirthCodes.Places"/>, or unknown.</param>
/// <param name="Feeding">A code of <see cref="BirthCodes.Feedings"/>.</param>
/// <param name="MotherHospitalDays">Days that the mother was in hospital, or null when not known.</param>
public sealed record RegisteredBirth(string Place, string Feeding, int? MotherHospitalDays, DateOnly? MotherDischargedOn, IReadOnlyList<BornChild> Children)
{
    /// <summary>The day of the child that was born first; it starts every clock.</summary>
    public DateOnly BornOn => Children.Min(c => c.BornOn);

    /// <summary>Whether it says the same as another registration, child by child.</summary>
    public bool Says(RegisteredBirth other) =>
        (Place, Feeding, MotherHospitalDays, MotherDischargedOn) == (other.Place, other.Feeding, other.MotherHospitalDays, other.MotherDischargedOn) && Children.SequenceEqual(other.Children);
}

/// <summary>One child; the time is that of the clock in Amsterdam.</summary>
/// <param name="HospitalDays">Days that the child was in hospital, or null when not known.</param>
public sealed record BornChild(DateOnly BornOn, TimeOnly? BornAt, bool Live, int? HospitalDays, DateOnly? DischargedOn);

/// <summary>What of a dossier decides what is asked once more about a birth.</summary>
/// <param name="DueDate">The expected date of birth, or null when not known.</param>
public sealed record BirthContext(DateOnly? DueDate);
