using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Who pays every quarter of an hour of a family: lines in order of time that together are all hours given, each once.</summary>
public sealed record PayerDecision(IReadOnlyList<PayerLine> Lines)
{
    /// <summary>The line of a quarter of a contact, or null when that contact does not stand or does not hold the quarter.</summary>
    public PayerLine? Of(Guid contact, QuarterHour quarter) => Lines.FirstOrDefault(l => l.Contact == contact && l.From.Index <= quarter.Index && quarter.Index < l.Until.Index);

    /// <summary>The lines of a quarter: one for each who worked then.</summary>
    public IEnumerable<PayerLine> At(QuarterHour quarter) => Lines.Where(l => l.From.Index <= quarter.Index && quarter.Index < l.Until.Index);

    /// <summary>All hours, or those that one source pays.</summary>
    public Quarters Hours(MoneySource? source = null) => new(Lines.Where(l => source is null || l.Outcome.Source == source).Sum(l => l.Length.Count));
}
