namespace Flex.Domain.Shared;

/// <summary>A burgerservicenummer that passes the elfproef; says nothing about whether it was issued.</summary>
/// <remarks>Source of the rule: 9A+8B+7C+6D+5E+4F+3G+2H−1I is divisible by 11, and not all zeros.</remarks>
public readonly record struct Bsn
{
    /// <summary>What is said of a BSN in a field that is not meant for it.</summary>
    public const string Misplaced = "Hier lijkt een BSN in te staan. Haal het weg; een BSN hoort alleen in het veld BSN.";

    private readonly string? digits;

    private Bsn(string digits) => this.digits = digits;

    /// <summary>The nine digits. Belongs in the vault only, never in a log, an address or an error.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("A default Bsn holds no number.");

    /// <summary>Reads a number of eight or nine digits (spaces, dots and dashes allowed); null when it fails the elfproef.</summary>
    public static Bsn? TryParse(string? text)
    {
        var found = new string([.. (text ?? "").Where(c => c is not (' ' or '.' or '-'))]);
        if (found.Length is < 8 or > 9 || !found.All(char.IsAsciiDigit))
        {
            return null;
        }

        found = found.PadLeft(9, '0');
        return Sum(found) % 11 == 0 && found.Any(c => c != '0') ? new Bsn(found) : null;
    }

    /// <summary>
    /// Whether a text holds eight or nine digits that pass the elfproef, with or without dots, spaces or dashes between.
    /// A date, a telephone number of ten digits and a part of a longer number are none.
    /// </summary>
    public static bool In(string? text) => BsnInText.Holds(text);

    /// <summary>The text without the digits that <see cref="In"/> finds.</summary>
    public static string Without(string text) => BsnInText.Remove(text);

    /// <summary>Hides the number: a Bsn that is printed by accident shows nothing.</summary>
    public override string ToString() => "BSN *********";

    private static int Sum(string nine)
    {
        var sum = -(nine[8] - '0');
        for (var i = 0; i < 8; i++)
        {
            sum += (9 - i) * (nine[i] - '0');
        }

        return sum;
    }
}
