namespace Flex.Domain.Trust;

/// <summary>The figures of the log, the same for every programme. Where no source gives one it is an assumption, for the DPIA to judge (docs/journal.md).</summary>
public static class LogRules
{
    /// <summary>Years that every line is kept at least (NEN 7513; standards.md LG-04).</summary>
    public const int LeastYears = 5;

    /// <summary>Years that a line is kept at most: as long as the record itself (WGBO; standards.md PR-05).</summary>
    public const int MostYears = 20;

    /// <summary>Days that a line can be withheld from the family's page by one approval. Assumption.</summary>
    public const int WithheldDays = 90;

    /// <summary>Days that it is withheld while nobody judged the request yet. Assumption: a week-end and holidays fit in.</summary>
    public const int UnjudgedDays = 7;

    /// <summary>Hours of the day, in Amsterdam, outside which a look is shown apart to who oversees. Assumption; care is given at night as well.</summary>
    public static (int From, int Until) Office { get; } = (7, 22);

    /// <summary>Families seen by one person on one day from which it is shown apart as a mass view. Assumption: two pages of a list.</summary>
    public const int ManyFamilies = 100;

    /// <summary>Whether a month of the log may go, when lines are kept so many years.</summary>
    public static bool MayPurge(DateOnly month, DateOnly today, int years) =>
        month.Day == 1 && years is >= LeastYears and <= MostYears && month.AddMonths(1).AddYears(years) <= today;
}
