using System.Text.RegularExpressions;

namespace Flex.Domain.Shared;

/// <summary>Looks for a burgerservicenummer in running text; what is plainly a date, a telephone number or an id is passed over.</summary>
internal static partial class BsnInText
{
    private const int Shortest = 8;
    private const int Longest = 9;
    private const int WidestGap = 3;

    private const string Removed = "(BSN weggelaten)";

    public static bool Holds(string? text) => First(text) is not null;

    public static string Remove(string text)
    {
        while (First(text) is var (start, end))
        {
            text = string.Concat(text.AsSpan(0, start), Removed, text.AsSpan(end));
        }

        return text;
    }

    private static (int Start, int End)? First(string? text)
    {
        if (text is null || text.Count(char.IsAsciiDigit) < Shortest)
        {
            return null;
        }

        // As long as it was, so that a place in it is a place in the text.
        var rest = SomethingElse().Replace(text, found => new string('#', found.Length));
        foreach (var at in Enumerable.Range(0, rest.Length).Where(at => Begins(rest, at)))
        {
            if (EndOf(rest, at) is { } end)
            {
                return (at, end);
            }
        }

        return null;
    }

    private static int? EndOf(string text, int start)
    {
        Span<char> digits = stackalloc char[Longest];
        var (count, gap) = (0, 0);
        int? end = null;
        for (var i = start; i < text.Length && count < Longest && gap <= WidestGap; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                (digits[count++], gap) = (text[i], 0);
                if (count >= Shortest && Ends(text, i) && Bsn.TryParse(new string(digits[..count])) is not null)
                {
                    end = i + 1;
                }
            }
            else if (text[i] is ' ' or '\u00A0' or '.' or '-' or '\u2013')
            {
                gap++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // A dot or dash ties digits to the ones beside it; a space does not, for another number may follow a BSN.
    private static bool Begins(string text, int at) => char.IsAsciiDigit(text[at]) && !Digit(text, at - 1) && !(Tie(text, at - 1) && Digit(text, at - 2));

    private static bool Ends(string text, int at) => !Digit(text, at + 1) && !(Tie(text, at + 1) && Digit(text, at + 2));

    private static bool Digit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool Tie(string text, int at) => at >= 0 && at < text.Length && text[at] is '.' or '-';

    // An id; a day as dd-mm-yyyy or yyyy-mm-dd; ten digits grouped as a Dutch telephone number is, or the same with its country.
    [GeneratedRegex(
        """
        [0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}
        | (?<![0-9]|[0-9][.-]) (
            (0?[1-9]|[12][0-9]|3[01]) (?<between>[.\ -]) (0?[1-9]|1[0-2]) \k<between> (19|20|21)[0-9]{2}
          | (19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])
          | (?=0[0-9]{1,3}[\ .-]) 0 ([\ .-]{0,3}[0-9]){8} [0-9]
          | (?<=\+|00) 31 [\ .-]{0,3} (\(0\))? ([\ .-]{0,3}[0-9]){9}
          ) (?![.-]?[0-9])
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SomethingElse();
}
