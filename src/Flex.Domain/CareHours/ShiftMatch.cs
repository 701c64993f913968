namespace Flex.Domain.CareHours;

/// <summary>What comes of a shift of a file: it was in already, it makes a contact, it is a contact that is there, or a person chooses.</summary>
public enum ShiftOutcome
{
    /// <summary>The very same line was taken in before: nothing happens.</summary>
    Before,

    /// <summary>No contact is in its place: one is made.</summary>
    New,

    /// <summary>A contact says the same.</summary>
    Equal,

    /// <summary>A contact, or an earlier line with this number, says something else.</summary>
    Different,
}

/// <summary>Holds a shift against what is known, by the sender's number first and by caregiver and time after that. Never writes over anything.</summary>
/// <param name="Contact">The contact that it is, or from which it differs.</param>
public sealed record ShiftMatch(ShiftOutcome Outcome, KnownContact? Contact)
{
    /// <summary>The outcome for one shift of one family.</summary>
    public static ShiftMatch Of(SaidShift shift, ShiftContext family)
    {
        var said = family.Said.Where(s => s.Number == shift.Number).ToList();
        if (said.Exists(s => shift.Says(s.From, s.Length, s.Setting, s.Caregiver)))
        {
            return new(ShiftOutcome.Before, null);
        }

        // A shift that has its contact is that contact, wherever its times moved to.
        var against = said.Select(s => family.Contacts.FirstOrDefault(c => c.Id == s.Contact)).FirstOrDefault(c => c is not null)
            ?? family.Contacts.Where(c => shift.IsBy(c.Caregiver) && shift.Overlaps(c.From, c.Until)).OrderBy(c => c.TakenBack).ThenByDescending(c => Shared(shift, c)).FirstOrDefault();
        return against is null ? new(ShiftOutcome.New, null)
            : !against.TakenBack && shift.Says(against.From, against.Length, against.Setting, against.Caregiver) ? new(ShiftOutcome.Equal, against)
            : new(ShiftOutcome.Different, against);
    }

    private static int Shared(SaidShift shift, KnownContact contact) =>
        Math.Min(shift.Until.Index, contact.Until.Index) - Math.Max(shift.From.Index, contact.From.Index);
}
