using Flex.Domain.CareHours;
using Flex.Domain.Shared;

namespace Flex.Domain.Plans;

/// <summary>What of a family decides whether a plan of hours can be.</summary>
/// <param name="First">The first day on which the pillar pays; null while the birth is not known.</param>
/// <param name="Last">The last such day.</param>
/// <param name="Bound">Above this somebody of another organisation approves; null when nobody has to.</param>
/// <param name="Others">Names that no text for an approver may hold, that of the mother first.</param>
public sealed record PlanContext(DateOnly? Born, DateOnly? First, DateOnly? Last, HoursLedger Ledger, Quarters? Bound, IReadOnlyList<string?> Others)
{
    /// <summary>Why a day is no day of the plan, in Dutch; null when it is one.</summary>
    public string? Outside(DateOnly day) =>
        Born is not { } born || First is not { } first || Last is not { } last ? "De geboorte is nog niet vastgelegd. Leg die eerst vast: vanaf die dag is bekend van wanneer tot wanneer deze pijler loopt."
        : day < born ? $"Deze dag ligt voor de geboorte ({Dutch.Day(born)})."
        : day < first ? $"Deze pijler loopt vanaf {Dutch.Day(first)}. Daarvoor is er gewone kraamzorg."
        : day > last ? $"Deze pijler loopt tot en met {Dutch.Day(last)}. Kies een dag tot dan."
        : null;

    /// <summary>Whether somebody of another organisation approves this many hours first.</summary>
    public bool AsksApproval(Quarters total) => Bound is { } bound && total.Count > bound.Count;
}
