using System.Globalization;

namespace Flex.Domain.Statistics;

/// <summary>A number as a publication prints it: a count of persons, or a share in points of a hundred with as many decimals as were printed.</summary>
public readonly record struct Printed(decimal Value, int Decimals, bool IsPercent)
{
    private static readonly NumberFormatInfo Dutch = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Reads "82", "1.234" or "31,1 %"; null for anything else.</summary>
    public static Printed? Parse(string text)
    {
        var percent = text.EndsWith('%');
        var number = percent ? text[..^1].TrimEnd() : text;
        var comma = number.IndexOf(',', StringComparison.Ordinal);
        var decimals = comma < 0 ? 0 : number.Length - comma - 1;
        var styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return decimal.TryParse(number, styles, Dutch, out var value) && (percent || decimals == 0) ? new Printed(value, decimals, percent) : null;
    }

    /// <summary>What would have been printed for <paramref name="count"/> of <paramref name="n"/> persons: rounded half away from zero to the same decimals; null for a share of nobody.</summary>
    public Printed? Of(long count, long n) => (IsPercent, n) switch
    {
        (false, _) => this with { Value = count },
        (true, 0) => null,
        (true, _) => this with { Value = Math.Round(100m * count / n, Decimals, MidpointRounding.AwayFromZero) },
    };

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(IsPercent ? "F" + Decimals : "N0", Dutch) + (IsPercent ? " %" : "");
}
