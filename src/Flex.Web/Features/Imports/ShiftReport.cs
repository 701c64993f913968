using Flex.Domain.CareHours;

namespace Flex.Web.Features.Imports;

/// <summary>What comes, or came, of one line of a shift file.</summary>
public sealed record ShiftResult(long Line, string Number, int Dossier, Guid Family, ShiftOutcome Outcome, string Words);

/// <summary>What comes, or came, of a shift file. With a problem nothing is stored.</summary>
public sealed record ShiftReport(IReadOnlyList<ShiftResult> Results, IReadOnlyList<ShiftProblem> Problems, bool Stored)
{
    /// <summary>The database went away while it was being stored.</summary>
    public bool Unsure { get; init; }

    /// <summary>How many came to this end.</summary>
    public int Count(ShiftOutcome outcome) => Results.Count(r => r.Outcome == outcome);

    /// <summary>Whether there is something to store.</summary>
    public bool HasNews => Results.Any(r => r.Outcome != ShiftOutcome.Before);

    /// <summary>"12 diensten: 8 nieuw, 2 gelijk aan wat er stond, 1 verschil, 1 al eerder ingelezen."</summary>
    public string Summary => $"{Results.Count} {(Results.Count == 1 ? "dienst" : "diensten")}: {Count(ShiftOutcome.New)} nieuw, {Count(ShiftOutcome.Equal)} gelijk aan wat er stond, {Count(ShiftOutcome.Different)} met een verschil, {Count(ShiftOutcome.Before)} al eerder ingelezen.";

    /// <summary>"Regel 3, kolom van: …".</summary>
    public static string Of(ShiftProblem problem) => problem.Line == 0 ? problem.Message : problem.Column.Length == 0 ? $"Regel {problem.Line}: {problem.Message}" : $"Regel {problem.Line}, kolom {problem.Column}: {problem.Message}";
}
