using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>A due date that takes the place of the one that was known.</summary>
/// <param name="Source">Where it comes from, in the words of who says it.</param>
public sealed record CorrectedDueDate(DateOnly Day, string Source);

/// <summary>Reads a corrected due date, with the doubts of the application: one far away is asked about, not refused.</summary>
public static class DueDateText
{
    /// <summary>The field of the date.</summary>
    public const string Field = "uitgerekend";

    /// <summary>The date with its source, or null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static CorrectedDueDate? Parse(FieldReader read, DateOnly? known, DateOnly received)
    {
        var day = read.RequiredDay(Field, future: true, "Vul de uitgerekende datum in.");
        if (day == known)
        {
            read.Wrong(Field, $"{Dutch.Sentence(Dutch.Day(day))} staat er al. Vul een andere datum in, of ga terug naar het dossier.");
        }

        PregnancyText.Ask(read, day == DateOnly.MinValue ? null : day, received, "Leg dan de geboorte vast.", alsoPast: true);
        var source = read.Line("bron", "Vul in waar deze datum vandaan komt, bijvoorbeeld een echo.");
        return read.Problems.Count == 0 ? new(day, source) : null;
    }
}
