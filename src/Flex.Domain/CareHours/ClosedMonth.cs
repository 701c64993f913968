using System.Globalization;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>A month of a programme that somebody closed: no hours are registered or corrected in it until it is opened again.</summary>
/// <param name="Month">The first day of it.</param>
public sealed record ClosedMonth(DateOnly Month, DateOnly ClosedOn, string ClosedBy)
{
    private static readonly string[] Names = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary>The first of the closed months in which a contact lies on the clock in Amsterdam; null when none does.</summary>
    public static ClosedMonth? Of(IReadOnlyList<ClosedMonth> closed, QuarterHour from, QuarterHour until) =>
        closed.FirstOrDefault(m => m.Month == FirstOf(Amsterdam.DayOf(from)) || m.Month == FirstOf(Amsterdam.DayOf(until.Index > from.Index ? until.Plus(-1) : from)));

    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>"mei 2023".</summary>
    public static string NameOf(DateOnly month) => $"{Names[month.Month - 1]} {month.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Why nothing can be written in it, and what to do instead.</summary>
    public string Sentence => $"{Dutch.Sentence(NameOf(Month))} is gesloten door {ClosedBy} op {Dutch.Day(ClosedOn)}. Er komen geen uren bij en er verandert niets. Klopt er iets niet, vraag de coördinator de maand weer te openen.";

    /// <summary>Reads a month as "05-2023" or "2023-05"; null when it is none.</summary>
    public static DateOnly? Read(string? text) => DateOnly.TryParseExact(text?.Trim(), ["MM-yyyy", "M-yyyy", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1970 and <= 2200 ? month : null;
}
