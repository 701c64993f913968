using System.Globalization;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>
/// Turns the text of an application (a posted form or a file row, with the same field names) into an
/// <see cref="Application"/>, or into everything that is wrong with it.
/// </summary>
public static class ApplicationText
{
    /// <summary>Most characters in a remark.</summary>
    public const int LongestNote = 20_000;

    private const int LongestPregnancy = 310;
    private const int OldestChild = 400;

    /// <summary>Parses; the application is null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static Application? Parse(FieldReader read, Programme programme, National national)
    {
        var received = read.RequiredDay("ontvangen_op", future: false, "Vul in op welke dag de aanvraag is ontvangen.");
        var insurer = InsurerOf(read, national);
        read.WithoutBsn("aanbieder");
        var application = new Application
        {
            ReceivedOn = received,
            Applicant = read.Code("aanmelder", ApplicationCodes.Applicants, whenEmpty: null),
            MotherName = read.Line("naam_moeder", "Vul de naam van de moeder in."),
            MotherBirthDate = MotherBirth(read),
            Bsn = BsnOf(read),
            Postcode = PostcodeOf(read),
            Municipality = MunicipalityOf(read, national),
            Insurer = insurer?.Label ?? read.Text("verzekeraar"),
            InsurerConcern = insurer?.Concern,
            Provider = ProviderOf(read, programme),
            DueDate = DueDate(read, received),
            BirthDate = Birth(read, received),
            FirstPregnancy = read.Code("eerste_zwangerschap", ApplicationCodes.YesNoUnknown, "onbekend"),
            Helpers = read.Code("hulpverleners", ApplicationCodes.Helpers, "onbekend"),
            Pillars = PillarsOf(read, programme),
            Vulnerability = VulnerabilityText.Parse(read, national.Factors, received),
            Income = IncomeOf(read),
            Note = read.Note("opmerking", LongestNote),
        };
        return read.Problems.Count == 0 ? application : null;
    }

    private static DateOnly? MotherBirth(FieldReader read)
    {
        if (read.Text("geboortedatum_moeder") is null)
        {
            read.Wrong("geboortedatum_moeder", "Vul de geboortedatum van de moeder in.");
        }

        return read.Day("geboortedatum_moeder", future: false);
    }

    // A wrong number is never repeated: it may be somebody else's.
    private static Bsn? BsnOf(FieldReader read)
    {
        if (read.Text("bsn") is not { } text)
        {
            return null;
        }

        var bsn = Bsn.TryParse(text);
        if (bsn is null)
        {
            read.Wrong("bsn", "Dit is geen geldig BSN. Kijk de negen cijfers na, of laat het leeg.", repeat: false);
        }

        return bsn;
    }

    private static string? PostcodeOf(FieldReader read)
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

    // A municipality outside the programme is kept: the condition says that it does not take part.
    private static string? MunicipalityOf(FieldReader read, National national)
    {
        if (read.Text("gemeente") is not { } text)
        {
            return null;
        }

        var code = text.ToUpperInvariant();
        if (code.Length == 6 && code.StartsWith("GM", StringComparison.Ordinal) && code[2..].All(char.IsAsciiDigit))
        {
            return code;
        }

        var known = national.Municipalities.FirstOrDefault(m => string.Equals(m.Name, text, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            read.Wrong("gemeente", "Deze gemeente kennen we niet. Kies uit de lijst, of vul de CBS-code in, bijvoorbeeld GM0363.");
        }

        return known?.Code;
    }

    private static Insurer? InsurerOf(FieldReader read, National national)
    {
        var text = read.Text("verzekeraar");
        read.WithoutBsn("verzekeraar");
        if (text?.Length > 100)
        {
            read.Wrong("verzekeraar", "Deze naam is te lang. Vul de naam van de verzekeraar of zijn UZOVI-nummer in.");
        }

        return text is null ? null : national.Insurers.FirstOrDefault(i =>
            string.Equals(i.Label, text, StringComparison.OrdinalIgnoreCase) || string.Equals(i.Uzovi, text, StringComparison.Ordinal));
    }

    private static string? ProviderOf(FieldReader read, Programme programme) => read.Text("aanbieder") is not { } text
        ? null
        : programme.Providers.FirstOrDefault(p =>
            string.Equals(p.Code, text, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Name, text, StringComparison.OrdinalIgnoreCase))?.Code ?? "ander";

    private static DateOnly? DueDate(FieldReader read, DateOnly received)
    {
        var due = read.Day("uitgerekend", future: true);
        if (due is { } day && received != DateOnly.MinValue && day.DayNumber - received.DayNumber > LongestPregnancy)
        {
            read.Wrong("uitgerekend", "Deze datum ligt te ver na de aanvraag. Kijk de uitgerekende datum na.");
        }

        if (due is null && read.Text("uitgerekend") is null && read.Text("geboren_op") is null)
        {
            read.Wrong("uitgerekend", "Vul de uitgerekende datum in, of de geboortedatum als het kind er al is.");
        }

        return due;
    }

    private static DateOnly? Birth(FieldReader read, DateOnly received)
    {
        var birth = read.Day("geboren_op", future: false);
        if (birth is { } day && received != DateOnly.MinValue && received.DayNumber - day.DayNumber > OldestChild)
        {
            read.Wrong("geboren_op", "Dit kind is meer dan een jaar voor de aanvraag geboren. Kijk de geboortedatum na.");
        }

        return birth;
    }

    private static int[] PillarsOf(FieldReader read, Programme programme)
    {
        var text = read.Text("pijlers");
        var numbers = (text ?? "").Split(['+', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        var pillars = programme.Pillars.Select(p => p.Number).Where(n => numbers.Contains(n.ToString(CultureInfo.InvariantCulture))).Order().ToArray();
        if (text is null)
        {
            read.Wrong("pijlers", "Kies waarvoor u het gezin aanmeldt.");
        }
        else if (pillars.Length != numbers.Distinct(StringComparer.Ordinal).Count())
        {
            read.Wrong("pijlers", "Deze pijler kent het programma niet. Kies uit: " + string.Join(", ", programme.Pillars.Select(p => p.Number)) + ".");
        }

        return pillars;
    }

    private static Cents? IncomeOf(FieldReader read)
    {
        if (read.Text("inkomen") is not { } text)
        {
            return null;
        }

        var groups = text.Split('.');
        var whole = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
        if (whole && long.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out var euros) && euros <= 10_000_000)
        {
            return new Cents(euros * 100);
        }

        read.Wrong("inkomen", "Vul het inkomen per jaar in hele euro's in, bijvoorbeeld 28500.");
        return null;
    }
}
