using System.Globalization;

namespace Flex.Domain.Shared;

/// <summary>Days, amounts and lists as a Dutch reader expects them, the same on every machine.</summary>
public static class Dutch
{
    // Written out, not taken from the machine's culture data: a stored sentence must not differ between two servers.
    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>A day as 31-03-2022.</summary>
    public static string Day(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>A period as "01-11-2021 tot en met 31-12-2023", or "vanaf …" when it is open.</summary>
    public static string Period(DateRange period) =>
        period.Last is { } last ? $"{Day(period.First)} tot en met {Day(last)}" : $"vanaf {Day(period.First)}";

    /// <summary>An amount as "€ 1.234,50".</summary>
    public static string Amount(Cents amount) => "€ " + (amount.Value / 100m).ToString("N2", Numbers);

    /// <summary>A whole number as "20.000".</summary>
    public static string Number(long value) => value.ToString("#,0", Numbers);

    /// <summary>Hours as "7,5" or "24".</summary>
    public static string Hours(Quarters care) => care.Hours.ToString("#,0.##", Numbers);

    /// <summary>Joins with commas and a last "of": "a, b of c".</summary>
    public static string Or(IReadOnlyList<string> parts) => Join(parts, " of ");

    /// <summary>Joins with commas and a last "en": "a, b en c".</summary>
    public static string And(IReadOnlyList<string> parts) => Join(parts, " en ");

    /// <summary>The text with a capital first letter.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Join(IReadOnlyList<string> parts, string last) =>
        parts.Count < 2 ? string.Concat(parts) : string.Join(", ", parts.Take(parts.Count - 1)) + last + parts[^1];
}
