using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.Births;

/// <summary>Turns a posted form into a <see cref="RegisteredBirth"/>, or into everything that is wrong with it; fields of a child are named kind1_dag and so on.</summary>
public static class BirthText
{
    /// <summary>Most children of one birth.</summary>
    public const int MostChildren = 9;

    // Beyond these a day is asked once more and not refused. Pregnancies of 22 to 42 weeks, counted from the due date at 40 weeks
    // (ICD-10, volume 2, 5.7.1: the perinatal period begins at 154 days; a post-term birth is one of 294 days or more).
    private const int DaysBeforeDue = 126;
    private const int DaysAfterDue = 14;

    private static readonly string[] TimeForms = ["H:mm", "H.mm", "HHmm"];

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static RegisteredBirth? Parse(FieldReader read, BirthContext context)
    {
        var children = Enumerable.Range(1, CountOf(read)).Select(n => ChildText.Parse(read, n)).ToList();
        var alive = children.Exists(c => c.Live);
        var born = children.Count == 0 ? DateOnly.MinValue : children.Min(c => c.BornOn);
        var birth = new RegisteredBirth(
            // Nothing is asked of parents whose child did not live that is not needed.
            Chosen(read, "plaats", BirthCodes.Places, alive ? "Kies waar het kind is geboren." : null),
            Chosen(read, "voeding", BirthCodes.Feedings, alive ? "Kies hoe het kind wordt gevoed." : null),
            ChildText.Days(read, "moeder_ziekenhuisdagen"),
            ChildText.Discharge(read, "moeder_ontslag", born),
            children);
        if (born != DateOnly.MinValue && read.Text("zeker") is null)
        {
            Ask(read, context, born, children.Max(c => c.BornOn));
        }

        return read.Problems.Count == 0 ? birth : null;
    }

    /// <summary>How many children a form is about: what was typed when it can be, else one.</summary>
    public static int ChildrenOf(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, MostChildren) : 1;

    internal static TimeOnly? TimeOf(string text) =>
        TimeOnly.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Chosen(FieldReader read, string field, IReadOnlyList<Programmes.AnswerOption> options, string? whenEmpty)
    {
        if (read.Text(field) is null && whenEmpty is not null)
        {
            read.Wrong(field, whenEmpty);
            return "";
        }

        return read.Code(field, options, BirthCodes.Unknown);
    }

    private static int CountOf(FieldReader read)
    {
        if (int.TryParse(read.Text("aantal"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostChildren)
        {
            return number;
        }

        read.Wrong("aantal", $"Vul in hoeveel kinderen er geboren zijn, van 1 tot en met {MostChildren}.");
        return ChildrenOf(read.Text("aantal"));
    }

    private static void Ask(FieldReader read, BirthContext context, DateOnly first, DateOnly last)
    {
        if (context.DueDate is { } due && (first < due.AddDays(-DaysBeforeDue) || first > due.AddDays(DaysAfterDue)))
        {
            read.Wrong("zeker", $"Deze geboortedag ligt ver van de uitgerekende datum ({Dutch.Day(due)}). Kijk de datum na. Klopt het, zet dan hier een vinkje.");
        }
        else if (last > first.AddDays(1))
        {
            read.Wrong("zeker", $"De kinderen zijn op verschillende dagen geboren ({Dutch.Day(first)} en {Dutch.Day(last)}). Kijk de datums na. Klopt het, zet dan hier een vinkje.");
        }
    }
}
