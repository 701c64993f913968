namespace Flex.Domain.Accounts;

/// <summary>Bytes as letters and digits that are hard to mix up when they are typed over (RFC 4648, without padding).</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The text of whole groups of five bits; bits that are left over at the end become a last letter.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var value in bytes)
        {
            (bits, held) = (bits << 8 | value, held + 8);
            for (; held >= 5; held -= 5)
            {
                text.Append(Alphabet[bits >> (held - 5) & 31]);
            }

            bits &= (1 << held) - 1;
        }

        return held == 0 ? text.ToString() : text.Append(Alphabet[bits << (5 - held) & 31]).ToString();
    }

    /// <summary>The text in groups of four, as a person reads it from a screen.</summary>
    public static string Grouped(string text) => string.Join(' ', text.Chunk(4).Select(g => new string(g)));
}
