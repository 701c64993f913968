namespace Flex.Domain.Tests.Funding;

/// <summary>
/// The open cases that are decided otherwise than the table reads them (ADR 15 has the table of questions), with everything that is otherwise: what
/// was chosen is held as exactly as what was followed.
/// </summary>
internal static class CaseAlternatives
{
    private static readonly string[] BeforeBirth = ["RegularZvw instead of none", "BeforeBirth instead of none not-fundable", "RegularZvw instead of not-fundable"];

    public static IReadOnlyDictionary<string, string[]> Otherwise { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        // Q07: an extension is always indicated; without one nothing is extended.
        ["ext-46"] = All("x14", "Programme instead of zvw-extension", "(AfterRegularCare, RegularDaysOver) instead of extension-rule-met", "NotInsuredCare instead of family", "0 instead of 4080 quarters of a cent", "0 instead of 1020 cents"),

        // Q14: every calendar day of a stay counts, both ends.
        ["hospital-10"] = All("x", "Programme instead of zvw", "(AfterRegularCare, HoursUsedUp) instead of indicated-hours-remain", "NotInsuredCare instead of family", "0 instead of 3760 quarters of a cent", "0 instead of 940 cents"),

        // Q17: asked per person per day beside the hours, and not by the hour.
        ["hospital-20"] = All("x", "PerDay instead of family"),
        ["hospital-21"] = All("x", "PerDay instead of family"),
        ["hospital-22"] = All("x", "PerDay instead of pillar1"),

        // Q19: weeks of pregnancy decide what is indicated, and what is indicated is paid.
        ["stillbirth-08"] = All("x", "RegularZvw instead of none", "(Indicated, Pays) instead of stillbirth-below-18-weeks", "Stillbirth instead of none not-fundable", "RegularZvw instead of not-fundable"),

        // Q22: the child that was born first starts every clock.
        ["twins-03"] = All("x", "Programme instead of none", "(AfterRegularCare, HoursUsedUp) instead of over-indication", "Programme instead of not-fundable"),
        ["twins-05"] = All("x", "Programme instead of zvw", "(AfterRegularCare, RegularDaysOver) instead of indicated-hours-remain", "NotInsuredCare instead of family", "0 instead of 3760 quarters of a cent", "0 instead of 940 cents"),
        ["twins-09"] = All("x", "Nobody instead of pillar2", "(AfterLastMonth, ExtensionOver) instead of after-regular-care"),
        ["twins-11"] = All("x", "Nobody instead of pillar2", "(AfterLastMonth, ExtensionOver) instead of after-regular-care"),

        // Q23 as read; Q10: rounded per line, and midnight parts two lines of 117.5 cents.
        ["twins-14"] = All("x", "236 instead of 235 cents"),

        // Q26: the maximum is per birth, whatever policy follows.
        ["late-20"] = All("y", "Programme instead of supplementary-late", "(AfterRegularCare, RegularDaysOver) instead of late-start-covered"),

        // Q37: the door refuses a closed month; what did arrive is decided anew.
        ["correction-26"] = All("d3", "no line"),

        // Q23: the basic insurance without contribution (standards 8.2 rule 1, which the issue does not correct); the door says so in a sentence.
        ["before-01"] = All("x", BeforeBirth),
        ["before-02"] = All("x", BeforeBirth),
        ["before-03"] = [.. BeforeBirth.Select(b => $"x 1: {b}")],
    };

    /// <summary>Cases with something that the payer has no word for, so that it never gets there: a door refuses it.</summary>
    /// <remarks>Q34: who may not indicate. Q43: what is no whole quarter of the clock; zero-08, an hour of no length, has no quarter to pay and is held.</remarks>
    public static IReadOnlyList<string> Refused { get; } = ["reindication-14", "zero-09", "zero-10"];

    private static string[] All(string hour, params string[] otherwise) => [.. otherwise.Select(o => $"{hour} all: {o}")];
}
