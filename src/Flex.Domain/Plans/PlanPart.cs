using Flex.Domain.Shared;

namespace Flex.Domain.Plans;

/// <summary>One part of a plan of hours: every so many days, so many times a day, so long each time. Days in a row are every day; periodic contacts every week or two.</summary>
/// <param name="EveryDays">1 is each day, 7 each week.</param>
/// <param name="PerDay">How often on such a day.</param>
/// <param name="Each">How long each time.</param>
public readonly record struct PlanPart(DateOnly From, DateOnly Until, int EveryDays, int PerDay, Quarters Each)
{
    /// <summary>Quarters in a day.</summary>
    public const int MostOnDay = 24 * 4;

    /// <summary>On how many days.</summary>
    public int Days => ((Until.DayNumber - From.DayNumber) / EveryDays) + 1;

    /// <summary>All of it.</summary>
    public Quarters Total => new(Days * OnDay);

    /// <summary>Quarters on such a day.</summary>
    public int OnDay => PerDay * Each.Count;

    /// <summary>Whether somebody comes on a day.</summary>
    public bool Falls(DateOnly day) => day >= From && day <= Until && (day.DayNumber - From.DayNumber) % EveryDays == 0;
}
