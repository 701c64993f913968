namespace Flex.Domain.Corrections;

/// <summary>What the family says itself about what stands in its dossier, and perhaps that a correction was refused (AVG artikel 16; BW 7:454 lid 2).</summary>
/// <param name="On">The day on which it was asked or said.</param>
/// <param name="Capacity">A code of <see cref="Rights.ErasureText.Capacities"/>.</param>
/// <param name="About">What it is about: a code of <see cref="StatementText.Subjects"/>.</param>
/// <param name="Ground">Why the correction was refused, a code of <see cref="StatementText.Grounds"/>; null when none was.</param>
/// <param name="Because">The explanation of the refusal, for the family; null exactly when <paramref name="Ground"/> is.</param>
/// <param name="Statement">The family's own words; null when it gave none.</param>
public sealed record OwnStatement(DateOnly On, string By, string Capacity, string About, string? Ground, string? Because, string? Statement)
{
    /// <summary>Whether a correction was refused.</summary>
    public bool Refuses => Ground is not null;
}
