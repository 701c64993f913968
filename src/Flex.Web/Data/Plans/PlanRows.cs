using Flex.Domain.Plans;

namespace Flex.Web.Data.Plans;

/// <summary>A plan of hours as it is stored.</summary>
/// <param name="State">Of who approves it: wacht, goedgekeurd, afgekeurd or ingetrokken; null when nobody had to.</param>
public sealed record PlanRow(
    Guid Id, long Line, string Question, IReadOnlyList<PartRow> Parts, int Quarters, string? Because, DateOnly SaidOn, string SaidBy, string? State, DateOnly? JudgedOn, string? JudgedBy, string? JudgedBecause)
{
    /// <summary>Whether its hours count.</summary>
    public bool Holds => State is null or "goedgekeurd";

    public HoursPlan Said => new(Question, [.. Parts.Select(p => p.Said)], Because);
}

/// <summary>A part of a plan, as it stands in the row.</summary>
public sealed record PartRow(DateOnly Van, DateOnly Tot, int OmDe, int Keer, int Kwartieren)
{
    public PlanPart Said => new(Van, Tot, OmDe, Keer, new(Kwartieren));

    public static PartRow Of(PlanPart part) => new(part.From, part.Until, part.EveryDays, part.PerDay, part.Each.Count);
}

/// <summary>A goal of the family.</summary>
public sealed record GoalRow(Guid Id, string Kind, string Words, IReadOnlyList<string> Actions, string? WaitsFor, string? FromWhom, DateOnly? Since, DateOnly SaidOn, string SaidBy);

/// <summary>Hours reserved or given back.</summary>
public sealed record BookingRow(Guid Id, string Kind, int Quarters, string? Because, DateOnly SaidOn, string SaidBy);

/// <summary>What was said with the family, while the plan ran or at its end.</summary>
public sealed record ReviewRow(Guid Id, string Kind, DateOnly HeldOn, string How, DateOnly? NextOn, string? Reason, string? HandedTo, DateOnly SaidOn, string SaidBy);
