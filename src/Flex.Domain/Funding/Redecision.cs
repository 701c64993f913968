using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>What deciding anew changes: lines that no longer hold and lines that hold instead. What was withdrawn stays on record beside what replaced it.</summary>
/// <remarks>A line that newer rules or data decide alike does not move, and keeps the version that decided it.</remarks>
/// <param name="Withdrawn">Lines of the earlier decision that the later one does not have.</param>
/// <param name="Added">Lines of the later decision that the earlier one does not have.</param>
public sealed record Redecision(IReadOnlyList<PayerLine> Withdrawn, IReadOnlyList<PayerLine> Added)
{
    /// <summary>The difference of two decisions; empty lists when nothing moves.</summary>
    public static Redecision Between(PayerDecision before, PayerDecision after)
    {
        var (old, now) = (before.Lines.Select(SaidByLine.Of).ToHashSet(), after.Lines.Select(SaidByLine.Of).ToHashSet());
        return new([.. before.Lines.Where(l => !now.Contains(SaidByLine.Of(l)))], [.. after.Lines.Where(l => !old.Contains(SaidByLine.Of(l)))]);
    }

    /// <summary>Whether nothing moves.</summary>
    public bool IsEmpty => Withdrawn.Count == 0 && Added.Count == 0;

    /// <summary>What the decision becomes; throws when a withdrawn line is not one of it.</summary>
    public PayerDecision On(PayerDecision before)
    {
        var gone = Withdrawn.ToHashSet();
        return gone.IsSubsetOf(before.Lines)
            ? new([.. before.Lines.Where(l => !gone.Contains(l)).Concat(Added).OrderBy(l => l.From.Index).ThenBy(l => l.Contact)])
            : throw new ArgumentException("A line was withdrawn that the decision does not have.", nameof(before));
    }

    // Which rules said it, and where a tariff was read, is not what it says.
    private readonly record struct SaidByLine(
        Guid Contact, QuarterHour From, Quarters Length, int? Number, PayerOutcome Outcome, (string? Cover, InsuredWith? Insurer, string? Municipality) Parties,
        (Cents? PerHour, Cents? Amount) Contribution, (Cents? PerHour, Cents? Amount) Care)
    {
        public static SaidByLine Of(PayerLine l) => new(
            l.Contact, l.From, l.Length, l.Number, l.Outcome, (l.Cover, l.Insurer, l.Municipality), (l.ContributionRate?.PerHour, l.Contribution), (l.Tariff?.PerHour, l.Care));
    }
}
