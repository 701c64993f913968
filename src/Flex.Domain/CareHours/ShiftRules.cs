using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>What stands in the way of one shift of a family: the column and a Dutch sentence.</summary>
public static class ShiftRules
{
    /// <summary>Every problem; none when the shift can be taken in. A line that was taken in before is not asked this again.</summary>
    public static IEnumerable<(string Column, string Message)> Problems(SaidShift shift, ShiftContext family) => NotCaring(shift, family).Concat(Beside(shift, family));

    /// <summary>Whether the sender does not care for this family on that day; also asked of a shift that stands already.</summary>
    public static IEnumerable<(string Column, string Message)> NotCaring(SaidShift shift, ShiftContext family)
    {
        if (family.CaresUntil is not { } until || Amsterdam.DayOf(shift.From) > until)
        {
            yield return ("gezin", "Uw organisatie geeft dit gezin op deze dag geen zorg. Kijk het dossiernummer na, of laat eerst vastleggen wie de zorg geeft.");
        }
    }

    private static IEnumerable<(string Column, string Message)> Beside(SaidShift shift, ShiftContext family)
    {
        if (ContactText.BeforeBirth(family.Life, shift.From, shift.Setting) is { } early)
        {
            yield return ("van", early);
        }

        if (family.LastDay is { } last && Amsterdam.DayOf(shift.Until.Plus(-1)) > last)
        {
            yield return ("tot", $"De laatste dag van hulp uit het programma was {Dutch.Day(last)}. Kijk de dag na. Zijn deze uren toch gegeven, haal de regel dan uit het bestand en leg ze vast op de pagina van het gezin.");
        }

        if (ClosedMonth.Of(family.Closed, shift.From, shift.Until) is { } closed)
        {
            yield return ("van", closed.Sentence);
        }

        if (family.Untimed.FirstOrDefault(u => u.Day == Amsterdam.DayOf(shift.From) && shift.IsBy(u.Caregiver)) is { Hours.Count: > 0 } same)
        {
            yield return ("van", $"Op {Dutch.Day(same.Day)} staan al {Dutch.Hours(same.Hours)} uur zonder tijden van dezelfde zorgverlener. Anders tellen ze dubbel. Haal de regel uit het bestand, of leg op de pagina van het gezin vast dat het andere uren zijn.");
        }

        if (!shift.Together && family.Contacts.FirstOrDefault(c => !c.TakenBack && !shift.IsBy(c.Caregiver) && shift.Overlaps(c.From, c.Until)) is { } other)
        {
            yield return ("samen", $"{other.Caregiver} heeft al uren in deze tijd: {ContactWords.When(other.From, other.Until)}. Werkten zij samen, zet dan ja in de kolom samen.");
        }
    }
}
