using Flex.Domain.CareHours;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Web.Data.Funding;

/// <summary>The stored facts of a family as a shift of a file is held against them.</summary>
internal static class ShiftReading
{
    public static ShiftContext Of(FamilyFunding facts, Programme programme, string sender)
    {
        var born = facts.Births.FirstOrDefault(b => facts.Births.All(n => n.Corrects != b.Id))?.Given.BornOn ?? facts.BirthDate;
        var known = facts.Contacts.Where(c => c.Replaces is not { } replaced || facts.Contacts.All(r => r.Id != replaced)).Select(c => Now(facts, c)).ToList();
        return new(
            LifeReading.Of(facts), born is { } day ? BirthDays.LastOf(day, programme.Work.CareMonths) : null, facts.Closed, known,
            [.. facts.Shifts.Where(s => s.Sender == sender).Select(s => new KnownShift(s.Number, s.From, new(s.Quarters), s.Setting, s.Caregiver, Last(facts, s.ContactId).Id))]);
    }

    /// <summary>The newest correction of a contact, or itself.</summary>
    public static ContactRow Last(FamilyFunding facts, Guid contact) =>
        facts.CorrectionOf(contact) is { } newer ? Last(facts, newer.Id) : facts.Contacts.First(c => c.Id == contact);

    // Taken back: the times that it had before stand for it.
    private static KnownContact Now(FamilyFunding facts, ContactRow first)
    {
        var (last, shown) = (first, first);
        while (facts.CorrectionOf(last.Id) is { } newer)
        {
            (last, shown) = (newer, newer.Quarters == 0 ? shown : newer);
        }

        return new(last.Id, QuarterHour.Holding(shown.Began), new(shown.Quarters), shown.Setting, shown.Caregiver, last.Quarters == 0);
    }
}
