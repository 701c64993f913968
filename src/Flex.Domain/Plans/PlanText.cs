using System.Globalization;
using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.Plans;

/// <summary>Turns a posted form into a <see cref="HoursPlan"/>, or into everything that is wrong with it.</summary>
public static class PlanText
{
    /// <summary>How many parts the form has room for.</summary>
    public const int MostParts = 3;

    /// <summary>The most days between two contacts of a part.</summary>
    public const int MostDaysBetween = 60;

    private const int LongestText = 2_000;
    private const int MostTimes = 8;
    private static readonly string[] Fields = ["van", "tot", "om_de", "keer", "uren"];

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static HoursPlan? Parse(FieldReader read, PlanContext context)
    {
        var question = Required(read, "hulpvraag", "Vul in waarbij het gezin hulp vraagt.");
        var parts = Enumerable.Range(1, MostParts).Where(n => n == 1 || Fields.Any(f => read.Text($"{f}_{n}") is not null)).Select(n => Part(read, context, n)).ToList();
        var plan = new HoursPlan(question ?? "", [.. parts.OfType<PlanPart>()], read.Note("waarom_uren", LongestText));
        if (read.Problems.Count == 0)
        {
            Check(read, context, plan);
        }

        return read.Problems.Count == 0 ? plan : null;
    }

    /// <summary>A text that must be there.</summary>
    public static string? Required(FieldReader read, string field, string whenEmpty)
    {
        if (read.Text(field) is null)
        {
            read.Wrong(field, whenEmpty);
        }

        return read.Note(field, LongestText);
    }

    private static PlanPart? Part(FieldReader read, PlanContext context, int number)
    {
        var from = Day(read, context, $"van_{number}", "Vul in vanaf welke dag.");
        var until = Day(read, context, $"tot_{number}", "Vul in tot en met welke dag.");
        if (from is { } first && until < first)
        {
            read.Wrong($"tot_{number}", "Deze dag ligt voor de eerste dag.");
        }

        var every = Count(read, $"om_de_{number}", MostDaysBetween, "1 is elke dag, 7 is elke week");
        var times = Count(read, $"keer_{number}", MostTimes, "bijvoorbeeld 1");
        var each = HoursField.Read(read, $"uren_{number}", least: 1);
        if (each is null && read.Text($"uren_{number}") is null)
        {
            read.Wrong($"uren_{number}", "Vul in hoeveel uur per keer.");
        }

        if (each is { } hours && times is { } often && hours.Count * often > PlanPart.MostOnDay)
        {
            read.Wrong($"uren_{number}", "Dit is samen meer dan 24 uur op een dag.");
        }

        return from is { } a && until is { } b && every is { } e && times is { } t && each is { } h && b >= a ? new(a, b, e, t, h) : null;
    }

    private static DateOnly? Day(FieldReader read, PlanContext context, string field, string whenEmpty)
    {
        var day = read.RequiredDay(field, future: true, whenEmpty);
        if (day == DateOnly.MinValue)
        {
            return null;
        }

        if (context.Outside(day) is { } why)
        {
            read.Wrong(field, why);
            return null;
        }

        return day;
    }

    private static int? Count(FieldReader read, string field, int most, string example)
    {
        if (int.TryParse(read.Text(field) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most)
        {
            return count;
        }

        read.Wrong(field, $"Vul een heel getal in van 1 tot en met {most}; {example}.");
        return null;
    }

    private static void Check(FieldReader read, PlanContext context, HoursPlan plan)
    {
        if (plan.FirstDayTooLong() is { } day)
        {
            read.Wrong("uren_1", $"Op {Dutch.Day(day)} staan samen meer dan 24 uur.");
        }

        if (context.Ledger.Refuses(new(Guid.Empty, LedgerKind.Plan, plan.Total)) is { } refusal)
        {
            read.Wrong("uren_1", HoursLedgerText.Of(refusal, context.Ledger));
        }

        if (context.AsksApproval(plan.Total))
        {
            ForApprover(read, context, plan);
        }
    }

    private static void ForApprover(FieldReader read, PlanContext context, HoursPlan plan)
    {
        if (plan.Because is null)
        {
            read.Wrong("waarom_uren", $"Dit plan is samen {Dutch.Hours(plan.Total)} uur. Boven {Dutch.Hours(context.Bound!.Value)} uur kijkt iemand van een andere organisatie mee. Vul in waarom het zoveel is, zonder naam.");
        }
        else if (NamelessText.Identifies(plan.Because, context.Others[0] ?? "", context.Others.Skip(1)) is { } found)
        {
            read.Wrong("waarom_uren", $"Hierin staat {found}. Deze tekst gaat zonder naam naar een andere organisatie: haal dit eruit.");
        }
    }
}
