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

    /// <summary>Parses; the application is null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static Application? Parse(FieldReader read, Programme programme, National national)
    {
        var received = ReceiptText.Day(read);
        var insurer = InsurerOf(read, national);
        read.WithoutBsn("aanbieder");
        var postcode = MotherText.Postcode(read);
        var first = read.Code("eerste_zwangerschap", ApplicationCodes.YesNoUnknown, "onbekend");
        var which = read.Codes("hulpverleners_wie", ApplicationCodes.HelperKinds);
        var birth = MotherText.BirthDate(read, received);
        var application = new Application
        {
            ReceivedOn = received,
            Applicant = read.Code("aanmelder", ApplicationCodes.Applicants, whenEmpty: null),
            MotherName = read.Line("naam_moeder", "Vul de naam van de moeder in."),
            MotherBirthDate = birth,
            Bsn = MotherText.Bsn(read),
            Postcode = postcode,
            Municipality = MotherText.Municipality(read, national, PostcodeRange.MunicipalityOf(postcode, programme, national)),
            HouseNumber = MotherText.HouseNumber(read),
            Telephone = read.Telephone("telefoon"),
            Language = MotherText.Language(read),
            Interpreter = MotherText.Interpreter(read),
            Contact = SafeContactText.Parse(read, required: read.IsForm),
            Insurer = insurer?.Label ?? read.Text("verzekeraar"),
            InsurerConcern = insurer?.Concern,
            Provider = ProviderOf(read, programme),
            DueDate = PregnancyText.DueDate(read, received),
            BirthDate = PregnancyText.Birth(read, received),
            FirstPregnancy = first,
            Parity = PregnancyText.Parity(read, first),
            Helpers = HelpersOf(read, which),
            HelpersWhich = which,
            Jointly = read.Ticked("gezamenlijk") == true,
            Channel = ChannelOf(read),
            ApplicantPerson = AgreementText.Applicant(read),
            Authority = AgreementText.Authority(read, birth, received),
            AgreedBy = AgreementText.Agreed(read),
            Pillars = PillarsOf(read, programme),
            Vulnerability = VulnerabilityText.Parse(read, national.Factors, received),
            Income = IncomeOf(read),
            Note = read.Note("opmerking", LongestNote),
        };
        return read.Problems.Count == 0 ? application : null;
    }

    // Without an account and by file are said by those doors, and chosen by nobody who records for another: who does, is asked.
    private static string ChannelOf(FieldReader read)
    {
        if (read.Text(ReceiptText.RecordedForOther) is null)
        {
            return read.Code("kanaal", ApplicationCodes.Channels, ApplicationCodes.ByFile);
        }

        if (read.Text("kanaal") is not null)
        {
            return read.Code("kanaal", ApplicationCodes.SignedInChannels, whenEmpty: null);
        }

        read.Wrong("kanaal", "Kies hoe deze aanmelding binnenkomt.");
        return "";
    }

    // What was ticked says how many; a number is asked only when that is not all.
    private static string HelpersOf(FieldReader read, IReadOnlyList<string> which)
    {
        var said = read.Code("hulpverleners", ApplicationCodes.Helpers, which.Count switch { 0 => "onbekend", >= 4 => "4+", var some => $"{some}" });
        if (said == "0" && which.Count > 0)
        {
            read.Wrong("hulpverleners", "U koos geen hulpverleners, maar kruiste er wel een aan. Kies een van beide.");
        }

        return said;
    }

    internal static Insurer? InsurerOf(FieldReader read, National national)
    {
        var text = read.Text("verzekeraar");
        read.WithoutBsn("verzekeraar");
        if (text?.Length > 100)
        {
            read.Wrong("verzekeraar", "Deze naam is te lang. Vul de naam van de verzekeraar in, of het nummer van vier cijfers op de zorgpas.");
        }

        return text is null ? null : national.Insurers.FirstOrDefault(i =>
            string.Equals(i.Label, text, StringComparison.OrdinalIgnoreCase) || string.Equals(i.Uzovi, text, StringComparison.Ordinal));
    }

    internal static string? ProviderOf(FieldReader read, Programme programme) => read.Text("aanbieder") is not { } text
        ? null
        : programme.Providers.FirstOrDefault(p =>
            string.Equals(p.Code, text, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Name, text, StringComparison.OrdinalIgnoreCase))?.Code ?? "ander";

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
