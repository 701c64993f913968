using Flex.Domain.Shared;

namespace Flex.Domain.Plans;

/// <summary>What a family needs help with, and the hours that are planned for it. A later plan takes the place of an earlier one, which stays.</summary>
/// <param name="Question">The support question, in the family's words.</param>
/// <param name="Because">Why so many hours; for who approves it, without a name. Null when nobody asked.</param>
public sealed record HoursPlan(string Question, IReadOnlyList<PlanPart> Parts, string? Because)
{
    /// <summary>The hours of all parts.</summary>
    public Quarters Total => new(Parts.Sum(p => p.Total.Count));

    /// <summary>The first day on which more than 24 hours are planned, all parts together; null when there is none.</summary>
    public DateOnly? FirstDayTooLong()
    {
        foreach (var part in Parts)
        {
            for (var day = part.From; day <= part.Until; day = day.AddDays(part.EveryDays))
            {
                if (Parts.Sum(p => p.Falls(day) ? p.OnDay : 0) > PlanPart.MostOnDay)
                {
                    return day;
                }
            }
        }

        return null;
    }
}
