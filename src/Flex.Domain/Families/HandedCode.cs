namespace Flex.Domain.Families;

/// <summary>The code that goes with a link: eight digits, given in person and never along the way of the link (standards.md §3; issue 4 §4).</summary>
public static class HandedCode
{
    /// <summary>How many digits: 26 bits, beside a link that nobody guesses.</summary>
    public const int Digits = 8;

    /// <summary>After so many wrong codes the link is dead. No source gives a number; the application's own for a code that was mailed.</summary>
    public const int MostTries = 5;

    /// <summary>The code as it is shown, in two groups.</summary>
    public static string Shown(int number) => number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture).Insert(4, " ");

    /// <summary>The digits of what was typed, whatever stands between them.</summary>
    public static string Plain(string typed) => new([.. typed.Where(char.IsAsciiDigit)]);
}
