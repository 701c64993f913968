using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.Births;

/// <summary>Reads one child of a posted birth.</summary>
internal static class ChildText
{
    private const int MostDays = 365;
    private static readonly string[] Ordinals = ["het eerste", "het tweede", "het derde", "het vierde", "het vijfde", "het zesde", "het zevende", "het achtste", "het negende"];

    public static BornChild Parse(FieldReader read, int number)
    {
        var field = $"kind{number}_";
        var day = read.RequiredDay(field + "dag", future: false, $"Vul in op welke dag {Ordinals[number - 1]} kind is geboren.");
        return new(
            day,
            TimeOf(read, field + "tijd"),
            read.Code(field + "leeft", BirthCodes.Lives, BirthCodes.Live) == BirthCodes.Live,
            Days(read, field + "ziekenhuisdagen"),
            Discharge(read, field + "ontslag", day));
    }

    public static int? Days(FieldReader read, string field)
    {
        if (read.Text(field) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays)
        {
            return days;
        }

        read.Wrong(field, $"Vul hele dagen in, van 0 tot en met {MostDays}, of laat het leeg.");
        return null;
    }

    public static DateOnly? Discharge(FieldReader read, string field, DateOnly born)
    {
        var day = read.Day(field, future: false);
        if (day < born && born != DateOnly.MinValue)
        {
            read.Wrong(field, $"Dit ontslag ligt voor de geboorte ({Dutch.Day(born)}). Kijk de datum na.");
        }

        return day;
    }

    private static TimeOnly? TimeOf(FieldReader read, string field)
    {
        var text = read.Text(field);
        var time = text is null ? null : BirthText.TimeOf(text);
        if (text is not null && time is null)
        {
            read.Wrong(field, "Dit is geen tijd. Schrijf uren en minuten, bijvoorbeeld 14:05, of laat het leeg.");
        }

        return time;
    }
}
