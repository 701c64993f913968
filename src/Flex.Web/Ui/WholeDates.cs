using System.Globalization;

namespace Flex.Web.Ui;

/// <summary>Puts every date in the text of a page in a time element, which the look keeps on one line. Sentences stay plain text wherever they are made.</summary>
internal static class WholeDates
{
    private const int Length = 10;
    private static readonly byte[][] Closed = [.. new[] { "title", "textarea", "option", "script", "style", "svg" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>Copies a page, with its dates kept whole.</summary>
    public static void Copy(ReadOnlySpan<byte> page, Stream to)
    {
        while (!page.IsEmpty)
        {
            var text = page.IndexOf((byte)'<');
            Text(text < 0 ? page : page[..text], to);
            page = text < 0 ? [] : page[text..];
            var tag = TagOf(page);
            to.Write(page[..tag]);
            page = page[tag..];
        }
    }

    // A tag, or a whole element in which no other element may stand.
    private static int TagOf(ReadOnlySpan<byte> page)
    {
        foreach (var name in Closed)
        {
            if (page.Length > name.Length + 1 && page[1..].StartsWith(name) && !char.IsAsciiLetter((char)page[name.Length + 1]))
            {
                var end = page[1..].IndexOf([(byte)'<', (byte)'/', .. name]);
                return end < 0 ? page.Length : end + 1;
            }
        }

        return page.IndexOf((byte)'>') is >= 0 and var close ? close + 1 : page.Length;
    }

    private static void Text(ReadOnlySpan<byte> text, Stream to)
    {
        for (var at = 2; at + Length - 2 <= text.Length; at++)
        {
            if (text[at] == '-' && IsDate(text, at - 2, out var day))
            {
                to.Write(text[..(at - 2)]);
                to.Write(System.Text.Encoding.ASCII.GetBytes($"<time datetime=\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\">"));
                to.Write(text.Slice(at - 2, Length));
                to.Write("</time>"u8);
                text = text[(at - 2 + Length)..];
                at = 1;
            }
        }

        to.Write(text);
    }

    private static bool IsDate(ReadOnlySpan<byte> text, int from, out DateOnly day)
    {
        day = default;
        return text[from + 5] == '-' && (from == 0 || Ends(text[from - 1])) && (from + Length == text.Length || Ends(text[from + Length]))
            && DateOnly.TryParseExact(System.Text.Encoding.Latin1.GetString(text.Slice(from, Length)), "dd-MM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

        static bool Ends(byte beside) => !char.IsAsciiDigit((char)beside) && beside != '-';
    }
}
