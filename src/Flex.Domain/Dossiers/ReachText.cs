using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>Reads a telephone number and a mail address as people write them.</summary>
public static class ReachText
{
    private const int LongestMail = 254;

    /// <summary>A telephone number as written, or null; eight to fifteen digits with what people put between.</summary>
    public static string? Telephone(this FieldReader read, string name)
    {
        var text = read.Short(name, 40);
        if (text is not null && !Bsn.In(text) && (text.Count(char.IsAsciiDigit) is < 8 or > 15 || text.Any(c => !char.IsAsciiDigit(c) && !" +-().".Contains(c))))
        {
            read.Wrong(name, "Dit is geen telefoonnummer. Schrijf bijvoorbeeld 045 123 45 67.");
        }

        return text;
    }

    /// <summary>A mail address as written, or null.</summary>
    public static string? Mail(this FieldReader read, string name)
    {
        var text = read.Short(name, LongestMail);
        if (text is not null && !IsMail(text))
        {
            read.Wrong(name, "Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@voorbeeld.nl.");
        }

        return text;
    }

    /// <summary>One name, one at-sign and a domain with a dot; the message that arrives is the proof.</summary>
    public static bool IsMail(string text) =>
        text.Split('@') is [{ Length: > 0 }, { } domain] && domain.Split('.') is { Length: > 1 } parts && parts.All(p => p.Length > 0) && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>' or '"');
}
