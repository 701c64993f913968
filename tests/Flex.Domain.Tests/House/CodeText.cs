using System.Text;
using System.Text.RegularExpressions;

namespace Flex.Domain.Tests.House;

/// <summary>C# with every comment, text and directive made blank (line ends stay), so that braces can be counted.</summary>
internal static partial class CodeText
{
    public static string Blank(string code)
    {
        var text = new StringBuilder(Directive().Replace(code, ""));
        var source = text.ToString();
        for (var i = 0; i < source.Length;)
        {
            var end = EndOfQuiet(source, i);
            for (var j = i; j < end; j++)
            {
                text[j] = source[j] == '\n' ? '\n' : ' ';
            }

            i = Math.Max(end, i + 1);
        }

        return text.ToString();
    }

    /// <summary>The end of the bracket that opens at <paramref name="open"/> in blanked code.</summary>
    public static int Close(string code, int open)
    {
        var depth = 0;
        for (var i = open; i < code.Length; i++)
        {
            depth += code[i] is '(' or '[' or '{' ? 1 : code[i] is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return code.Length - 1;
    }

    // The position after the comment, text or character that begins at i; i itself when none does.
    private static int EndOfQuiet(string code, int i)
    {
        if (At(code, i, "//"))
        {
            return EndOr(code, code.IndexOf('\n', i));
        }

        if (At(code, i, "/*"))
        {
            return EndOr(code, code.IndexOf("*/", i + 2, StringComparison.Ordinal), 2);
        }

        if (code[i] == '\'')
        {
            return code[i + 1] == '\\' ? EndOr(code, code.IndexOf('\'', i + 3), 1) : i + 3;
        }

        return Prefix().Match(code, i) is { Success: true } text ? EndOfText(code, text) : i;
    }

    private static int EndOfText(string code, Match prefix)
    {
        var at = prefix.Index + prefix.Length;
        var quotes = code.AsSpan(at).IndexOfAnyExcept('"');
        quotes = quotes < 0 ? code.Length - at : quotes;
        if (quotes >= 3)
        {
            return EndOr(code, code.IndexOf(new string('"', quotes), at + quotes, StringComparison.Ordinal), quotes);
        }

        return quotes == 2 ? at + 2 : EndOfLine(code, at + 1, prefix.Value.Contains('@', StringComparison.Ordinal), prefix.Value.Contains('$', StringComparison.Ordinal));
    }

    private static int EndOfLine(string code, int i, bool verbatim, bool holes)
    {
        while (i < code.Length)
        {
            if (code[i] == '"' && !(verbatim && At(code, i, "\"\"")))
            {
                return i + 1;
            }

            if (holes && code[i] == '{' && !At(code, i, "{{"))
            {
                i = EndOfHole(code, i + 1);
                continue;
            }

            i += (code[i] == '\\' && !verbatim) || (code[i] == '"') || At(code, i, "{{") ? 2 : 1;
        }

        return i;
    }

    private static int EndOfHole(string code, int i)
    {
        for (var depth = 1; i < code.Length && depth > 0;)
        {
            var end = EndOfQuiet(code, i);
            if (end > i)
            {
                i = end;
                continue;
            }

            depth += code[i] == '{' ? 1 : code[i] == '}' ? -1 : 0;
            i++;
        }

        return i;
    }

    private static bool At(string code, int i, string what) => string.CompareOrdinal(code, i, what, 0, what.Length) == 0;

    private static int EndOr(string code, int found, int length = 0) => found < 0 ? code.Length : found + length;

    [GeneratedRegex("""\G[$@]*(?=")""")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^[ \t]*#(?!:).*$", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
