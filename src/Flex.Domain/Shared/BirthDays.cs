namespace Flex.Domain.Shared;

/// <summary>Days counted from a birth: day 1 is the day of birth (Besluit zorgverzekering art. 2.11: counted from the day of delivery).</summary>
public static class BirthDays
{
    /// <summary>Which day of the lying-in a day is; 0 and less lie before the birth.</summary>
    public static int Number(DateOnly born, DateOnly day) => day.DayNumber - born.DayNumber + 1;

    /// <summary>The day with this number: day 10 is nine days after the birth, day 42 ends the sixth week.</summary>
    public static DateOnly Day(DateOnly born, int number) => born.AddDays(number - 1);

    /// <summary>
    /// The last day of so many calendar months after a birth, itself included: the day with the same number, or the last of the month where
    /// there is none. Born on 31 August, six months end on 28 or 29 February; born on 29 February they end on 29 August.
    /// </summary>
    public static DateOnly LastOf(DateOnly born, int months) => born.AddMonths(months);
}
