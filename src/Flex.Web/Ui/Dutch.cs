using System.Globalization;
using Flex.Domain.Shared;
using Flex.Web.Data;
using Words = Flex.Domain.Shared.Dutch;

namespace Flex.Web.Ui;

/// <summary>Numbers, amounts and dates on screen, as the domain writes them; and what only a screen shows.</summary>
internal static class Dutch
{
    /// <summary>What stands where a figure is withheld: too small, or it would give a small one away. Each programme has its own threshold.</summary>
    public const string Withheld = "niet getoond";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    public static string Number(long value) => Words.Number(value);

    /// <summary>A share between 0 and 1 with at most one decimal: 0.298 becomes "29,8 %", 0.45 "45 %".</summary>
    public static string Percent(decimal share) =>
        Math.Round(share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.#", Culture) + " %";

    /// <summary>Hours from quarter-hours: 30 becomes "7,5".</summary>
    public static string Hours(long quarterHours) => Words.Hours(new Quarters((int)quarterHours));

    /// <summary>A number with at most two decimals: 1.960 or 24,5.</summary>
    public static string Decimals(decimal number) => number.ToString("#,0.##", Culture);

    /// <summary>An amount from cents: 123456 becomes "€ 1.234,56".</summary>
    public static string Euro(long cents) => Words.Amount(new Cents(cents));

    public static string Date(DateOnly day) => Words.Day(day);

    /// <summary>Day and time, in the offset that the value already has.</summary>
    public static string Moment(DateTimeOffset local) => local.ToString("dd-MM-yyyy HH:mm", Culture);

    /// <summary>When something was kept: the real clock, and said so where a demonstration stands on another day.</summary>
    public static string Kept(DateTimeOffset at, ProgrammeClock clock) => Moment(ProgrammeClock.InAmsterdam(at)) + (clock.DemoDay is null ? "" : " (echte tijd)");
}
