using System.Globalization;
using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>Reads what an application says of the pregnancy and the child.</summary>
internal static class PregnancyText
{
    private const int LongestPregnancy = 310;
    private const int LongestOverdue = 45;
    private const int OldestChild = 400;
    private const int MostChildren = 25;

    /// <summary>The due date; it or a birth must be there, and one far away is asked about.</summary>
    public static DateOnly? DueDate(FieldReader read, DateOnly received)
    {
        var due = read.Day("uitgerekend", future: true);
        Ask(read, due, received, "Vul dan de geboortedatum in.", alsoPast: read.IsForm && read.Text("geboren_op") is null);
        if (due is null && read.Text("uitgerekend") is null && read.Text("geboren_op") is null)
        {
            read.Wrong("uitgerekend", "Vul de uitgerekende datum in, of de geboortedatum als het kind er al is.");
        }

        return due;
    }

    /// <summary>Asks about a due date far away. Counted from the application, and the question says so: the day of the programme need not be the day on the wall.</summary>
    public static void Ask(FieldReader read, DateOnly? due, DateOnly received, string whenBorn, bool alsoPast)
    {
        if (due is { } day && received != DateOnly.MinValue)
        {
            read.Doubt("uitgerekend", day.DayNumber - received.DayNumber > LongestPregnancy,
                $"De aanvraag is van {Dutch.Day(received)}; deze datum ligt te ver daarna. Kijk de uitgerekende datum na. Klopt dat?");
            read.Doubt("uitgerekend", alsoPast && received.DayNumber - day.DayNumber > LongestOverdue,
                $"De aanvraag is van {Dutch.Day(received)}; deze datum was toen al meer dan zes weken voorbij. Is het kind geboren? {whenBorn} Klopt deze datum?");
        }
    }

    /// <summary>The child's date of birth; one long ago is asked about.</summary>
    public static DateOnly? Birth(FieldReader read, DateOnly received)
    {
        var birth = read.Day("geboren_op", future: false);
        if (birth is { } day && received != DateOnly.MinValue)
        {
            read.Doubt("geboren_op", received.DayNumber - day.DayNumber > OldestChild, "Dit kind is meer dan een jaar voor de aanvraag geboren. Kijk de geboortedatum na. Klopt dat?");
        }

        return birth;
    }

    /// <summary>How many children she bore before; a first pregnancy says it by itself.</summary>
    public static int? Parity(FieldReader read, string first)
    {
        if (read.Text("pariteit") is not { } text)
        {
            return first == "ja" ? 0 : null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MostChildren)
        {
            read.Wrong("pariteit", "Vul in hoeveel kinderen zij eerder kreeg, als heel getal, bijvoorbeeld 2.");
            return null;
        }

        if (first == "ja" && number > 0)
        {
            read.Wrong("pariteit", "Bij een eerste zwangerschap kreeg zij nog geen kind. Kijk beide antwoorden na.");
        }

        return number;
    }
}
