using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>One contact of care as registered: for which pillar, on which day, how long and by whom.</summary>
public sealed record CareGiven(int Pillar, DateOnly Day, Quarters Quarters, string Caregiver, string? Note);

/// <summary>What of a dossier decides whether care can be registered on it.</summary>
/// <param name="Admitted">The pillars to which the family was admitted.</param>
/// <param name="BirthDate">Date of birth of the child, or null when not known.</param>
/// <param name="EndedOn">The day on which the dossier ended, or null while it is open; care after it is a mistaken day.</param>
public sealed record CareContext(IReadOnlyCollection<int> Admitted, DateOnly? BirthDate, DateOnly? EndedOn = null)
{
    /// <summary>Days of which the same caregiver registered care from when to when: other hours of such a day go there too, so that nothing counts twice.</summary>
    public IReadOnlyCollection<DateOnly> Timed { get; init; } = [];
}

/// <summary>Turns the text of one contact of care (a posted form or a file row) into <see cref="CareGiven"/>, or into everything that is wrong with it.</summary>
/// <remarks>Care outside the programme's period of care is kept: whether it counts is asked where it is counted.</remarks>
public static class CareText
{
    /// <summary>Most quarter-hours of care on one day.</summary>
    public const int MostQuarters = 96;

    // Help around the birth may begin before it; earlier than this is a mistaken day.
    private const int DaysBeforeBirth = 7;

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static CareGiven? Parse(FieldReader read, CareContext context)
    {
        var pillar = PillarOf(read, context.Admitted);
        var day = read.RequiredDay("dag", future: false, "Vul in op welke dag de zorg is gegeven.");
        if (day != DateOnly.MinValue && context.BirthDate is { } birth && IsBeforeBirth(day, birth))
        {
            read.Wrong("dag", $"Deze dag ligt meer dan {DaysBeforeBirth} dagen voor de geboorte ({Dutch.Day(birth)}). Kijk de datum na.");
        }

        if (context.EndedOn is { } ended && day > ended)
        {
            read.Wrong("dag", $"Dit dossier is op {Dutch.Day(ended)} afgesloten. Kijk de datum na, of laat het dossier heropenen.");
        }

        if (context.Timed.Contains(day))
        {
            read.Wrong("dag", "Van deze dag hebt u al zorg met tijden vastgelegd. Leg andere uren van die dag ook met tijden vast, anders tellen ze dubbel.");
        }

        var care = new CareGiven(pillar, day, HoursOf(read), read.Line("zorgverlener", "Vul in wie de zorg gaf."), read.Note("opmerking", ApplicationText.LongestNote));
        return read.Problems.Count == 0 ? care : null;
    }

    /// <summary>Says whether care lies so long before a birth that one of the two days is mistaken.</summary>
    public static bool IsBeforeBirth(DateOnly day, DateOnly? birth) => day < birth?.AddDays(-DaysBeforeBirth);

    private static int PillarOf(FieldReader read, IReadOnlyCollection<int> admitted)
    {
        if (read.Text("pijler") is not { } text || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pillar))
        {
            read.Wrong("pijler", "Kies voor welke pijler de zorg was: vul het nummer in, bijvoorbeeld 1.");
            return 0;
        }

        if (!admitted.Contains(pillar))
        {
            read.Wrong("pijler", $"Dit gezin is niet toegelaten tot pijler {text}. Kijk het besluit in het dossier na.");
        }

        return pillar;
    }

    // 7,5 and 7.5 are the same; a thousands separator has no place in hours of one day.
    private static Quarters HoursOf(FieldReader read)
    {
        var text = read.Text("uren")?.Replace(',', '.');
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && Quarters.FromHours(hours) is { Count: > 0 and <= MostQuarters } quarters)
        {
            return quarters;
        }

        read.Wrong("uren", "Vul de uren in hele kwartieren in, van 0,25 tot en met 24, bijvoorbeeld 7,5.");
        return default;
    }
}
