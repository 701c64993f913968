namespace Flex.Web.Data;

/// <summary>One line of a list of dossiers.</summary>
/// <param name="Class">The class code, or null when nothing was assessed.</param>
/// <param name="Pillars">The pillars applied for, ascending.</param>
/// <param name="Outcomes">Per pillar what was decided; empty when nobody decided yet.</param>
/// <param name="End">How the dossier ended, or null while it is open.</param>
public sealed record DossierLine(
    Guid Id, int Number, string Mother, DateOnly ReceivedOn, DateOnly? DueDate, DateOnly? BirthDate, string? Class, IReadOnlyList<int> Pillars, IReadOnlyList<string> Outcomes, string? End)
{
    /// <summary>What was decided per pillar; null while it waits.</summary>
    public IEnumerable<(int Pillar, string? Outcome)> Decisions => Pillars.Zip(Outcomes, (pillar, outcome) => (pillar, outcome.Length == 0 ? null : outcome));
}
