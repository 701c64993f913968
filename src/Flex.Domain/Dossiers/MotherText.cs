using Flex.Domain.Programmes;

namespace Flex.Domain.Dossiers;

/// <summary>Reads what an application says of the mother.</summary>
internal static class MotherText
{
    // A question and never a refusal: outside these ages a date is more often mistyped than true.
    private const int YoungestUnasked = 14;
    private const int OldestUnasked = 50;

    /// <summary>The answer that nobody knows the municipality.</summary>
    public const string Unknown = "onbekend";

    /// <summary>Her date of birth. A form asks about an age at which a birth is unlikely; a file, which nobody answers, does not.</summary>
    public static DateOnly? BirthDate(FieldReader read, DateOnly received)
    {
        if (read.Text("geboortedatum_moeder") is null)
        {
            read.Wrong("geboortedatum_moeder", "Vul de geboortedatum van de moeder in.");
        }

        var birth = read.Day("geboortedatum_moeder", future: false);
        if (birth is { } day && received != DateOnly.MinValue && read.IsForm)
        {
            var age = AgeOn(day, received);
            read.Doubt("geboortedatum_moeder", age is < YoungestUnasked or > OldestUnasked, $"De moeder is dan {Math.Max(age, 0)} jaar. Klopt dat?");
        }

        return birth;
    }

    /// <summary>Whole years on a day.</summary>
    public static int AgeOn(DateOnly birth, DateOnly day) => day.Year - birth.Year - (day < birth.AddYears(day.Year - birth.Year) ? 1 : 0);

    /// <summary>Her BSN; a wrong number is never repeated: it may be somebody else's.</summary>
    public static Shared.Bsn? Bsn(FieldReader read)
    {
        if (read.Text("bsn") is not { } text)
        {
            return null;
        }

        var bsn = Shared.Bsn.TryParse(text);
        if (bsn is null)
        {
            read.Wrong("bsn", "Dit is geen geldig BSN. Kijk de negen cijfers na, of laat het leeg.", repeat: false);
        }

        return bsn;
    }

    /// <summary>Her postcode as 1234AB.</summary>
    public static string? Postcode(FieldReader read)
    {
        if (read.Text("postcode") is not { } text)
        {
            return null;
        }

        var found = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (found.Length == 6 && found[0] is >= '1' and <= '9' && found[..4].All(char.IsAsciiDigit) && found[4..].All(char.IsAsciiLetterUpper))
        {
            return found;
        }

        read.Wrong("postcode", "Dit is geen postcode. Schrijf vier cijfers en twee letters, bijvoorbeeld 1234 AB.");
        return null;
    }

    /// <summary>The number of her house, with what follows it.</summary>
    public static string? HouseNumber(FieldReader read)
    {
        var text = read.Short("huisnummer", 20);
        if (text is not null && !char.IsAsciiDigit(text[0]))
        {
            read.Wrong("huisnummer", "Een huisnummer begint met een cijfer, bijvoorbeeld 12 of 12A.");
        }

        return text;
    }

    /// <summary>
    /// Her municipality as chosen, else the one that follows from the postcode. A form asks it of a postcode from which none follows.
    /// One outside the programme is kept: the condition says that it does not take part.
    /// </summary>
    public static string? Municipality(FieldReader read, National national, string? follows)
    {
        if (read.Text("gemeente") is not { } text)
        {
            if (read.IsForm && follows is null && read.Text("postcode") is not null)
            {
                read.Wrong("gemeente", "Bij deze postcode weten we de gemeente niet. Kies de gemeente, of kies: weet ik niet.");
            }

            return follows;
        }

        if (text == Unknown)
        {
            return follows;
        }

        var code = text.ToUpperInvariant();
        if (code.Length == 6 && code.StartsWith("GM", StringComparison.Ordinal) && code[2..].All(char.IsAsciiDigit))
        {
            return code;
        }

        var known = national.Municipalities.FirstOrDefault(m => string.Equals(m.Name, text, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            read.Wrong("gemeente", read.IsForm ? "Deze gemeente kennen we niet. Kies uit de lijst." : "Deze gemeente kennen we niet. Kies uit de lijst, of vul de CBS-code in, bijvoorbeeld GM0363.");
        }

        return known?.Code;
    }

    /// <summary>The language she is spoken to in, or null when that was not asked.</summary>
    public static string? Language(FieldReader read) => read.Text("taal") is null ? null : read.Code("taal", ContactCodes.Languages, whenEmpty: null);

    /// <summary>Whether an interpreter is needed: a box, so that no tick says no once the language was asked.</summary>
    public static bool? Interpreter(FieldReader read) => read.Ticked("tolk") switch { false when read.Text("taal") is null => null, var ticked => ticked };
}
