using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>Reads from when to when a contact was, as the clock on the wall showed it. A second day is asked only for care that went on past midnight.</summary>
public static class ContactTime
{
    /// <summary>The first of the two hours that the clock shows twice in October.</summary>
    public const string First = "eerste";

    private static readonly Programmes.AnswerOption[] Times = [new(First, "De eerste keer"), new("tweede", "De tweede keer")];

    /// <summary>The answers to which of two hours was meant.</summary>
    public static IReadOnlyList<Programmes.AnswerOption> Which => Times;

    /// <summary>From and until; null after a problem, which stands at its field.</summary>
    public static (QuarterHour From, QuarterHour Until)? Read(FieldReader read)
    {
        var day = read.RequiredDay("dag", future: false, "Vul in op welke dag de zorg begon.");
        var last = read.Text("dag_tot") is null ? day : read.Day("dag_tot", future: false) ?? DateOnly.MinValue;
        var from = At(read, "van", day, "Vul in hoe laat de zorg begon, bijvoorbeeld 9:00.");
        var until = At(read, "tot", last, "Vul in hoe laat de zorg ophield, bijvoorbeeld 12:30.");
        if (from is not { } begin || until is not { } end)
        {
            return null;
        }

        if (end.Index <= begin.Index)
        {
            read.Wrong("tot", "De zorg eindigt voor zij begint. Ging de zorg door na middernacht, vul dan ook de dag in waarop zij ophield.");
            return null;
        }

        if (end.Index - begin.Index > CareText.MostQuarters)
        {
            read.Wrong("tot", "Dit is langer dan een dag. Leg per keer vast; een keer duurt ten hoogste 24 uur.");
            return null;
        }

        return (begin, end);
    }

    private static QuarterHour? At(FieldReader read, string field, DateOnly day, string whenEmpty)
    {
        if (read.Text(field) is not { } text || Births.BirthText.TimeOf(text) is not { } time)
        {
            read.Wrong(field, read.Text(field) is null ? whenEmpty : "Dit is geen tijd. Schrijf uren en minuten, bijvoorbeeld 9:00.");
            return null;
        }

        if (day == DateOnly.MinValue)
        {
            return null;
        }

        var shown = Amsterdam.At(day, time);
        return shown.Count == 0 ? Refused(read, field, "Deze tijd was er niet: de klok ging die nacht een uur vooruit.")
            : shown.Count == 1 ? Whole(read, field, shown[0])
            : read.Text(field + "_keer") is { } which && Times.Any(t => t.Code == which) ? Whole(read, field, shown[which == First ? 0 : 1])
            : Refused(read, field + "_keer", "Deze tijd was er die nacht twee keer: de klok ging een uur terug. Welke keer was het?");
    }

    private static QuarterHour? Whole(FieldReader read, string field, DateTimeOffset at) =>
        QuarterHour.Beginning(at) ?? Refused(read, field, "Vul hele kwartieren in: op het uur, kwart over, half of kwart voor.");

    private static QuarterHour? Refused(FieldReader read, string field, string why)
    {
        read.Wrong(field, why);
        return null;
    }
}
