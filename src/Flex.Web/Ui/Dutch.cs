using System.Globalization;

namespace Flex.Web.Ui;

/// <summary>Numbers, amounts and dates as a Dutch reader expects them; the culture is fixed, never the server's.</summary>
internal static class Dutch
{
    /// <summary>What stands where a figure is withheld: too small, or it would give a small one away. Each programme has its own threshold.</summary>
    public const string Withheld = "niet getoond";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly string[] DateForms =
        ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy"];

    public static string Number(long value) => value.ToString("#,0", Culture);

    /// <summary>A share between 0 and 1 with at most one decimal: 0.298 becomes "29,8 %", 0.45 "45 %".</summary>
    public static string Percent(decimal share) =>
        Math.Round(share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.#", Culture) + " %";

    /// <summary>Hours from quarter-hours: 30 becomes "7,5".</summary>
    public static string Hours(long quarterHours) => (quarterHours / 4m).ToString("#,0.##", Culture);

    /// <summary>An amount from cents: 123456 becomes "€ 1.234,56".</summary>
    public static string Euro(long cents) => "€ " + (cents / 100m).ToString("#,0.00", Culture);

    public static string Date(DateOnly day) => day.ToString("dd-MM-yyyy", Culture);

    /// <summary>A day in words: "zondag 1 maart 2026".</summary>
    public static string LongDate(DateOnly day) => day.ToString("dddd d MMMM yyyy", Culture);

    /// <summary>Day and time, in the offset that the value already has.</summary>
    public static string Moment(DateTimeOffset local) => local.ToString("dd-MM-yyyy HH:mm", Culture);

    /// <summary>Reads a day as people type it: 31-12-2026, 31/12/2026, 31 december 2026 or 2026-12-31.</summary>
    public static bool TryDate(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text?.Trim(), DateForms, Culture, DateTimeStyles.None, out day);
}
