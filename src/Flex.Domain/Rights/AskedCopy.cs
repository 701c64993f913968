namespace Flex.Domain.Rights;

/// <summary>That somebody asks for a copy of what is kept of a family (AVG artikel 15 and 20).</summary>
/// <param name="On">The day on which it was asked; the term runs from here.</param>
/// <param name="Capacity">A code of <see cref="CopyCodes.Capacities"/>.</param>
/// <param name="IdentityCheck">How was made sure who asks: a code of <see cref="CopyCodes.IdentityChecks"/>.</param>
/// <param name="Parts">Whose parts, codes of <see cref="CopyCodes.Parts"/>; never empty.</param>
public sealed record AskedCopy(DateOnly On, string By, string Capacity, string IdentityCheck, IReadOnlyList<string> Parts)
{
    /// <summary>By when an answer is due: within a month (AVG artikel 12 lid 3).</summary>
    public DateOnly DueOn => On.AddMonths(1);

    /// <summary>Every part that is reviewed: with the mother's also what she answered in questionnaires, when there is something.</summary>
    /// <param name="answered">Whether a questionnaire was begun.</param>
    public IReadOnlyList<string> Reviewed(bool answered) => answered && Parts.Contains(CopyCodes.Mother) ? [.. Parts, CopyCodes.Answers] : Parts;
}

/// <summary>Lines that are left out of a part, or put back. <paramref name="Ground"/> is a code of <see cref="CopyCodes.OmissionGrounds"/>, or null to put them back.</summary>
public sealed record CopyOmission(IReadOnlyList<string> Lines, string? Ground, string Because);

/// <summary>What was decided about a part: released by a way, or refused on a ground. Exactly one of <paramref name="Handed"/> and <paramref name="Ground"/> is null.</summary>
/// <param name="Handed">A code of <see cref="CopyCodes.Ways"/>.</param>
/// <param name="Ground">A code of <see cref="CopyCodes.RefusalGrounds"/>.</param>
public sealed record DecidedCopy(string? Handed, string? Ground, string? Because)
{
    /// <summary>Whether the part is handed over.</summary>
    public bool Released => Ground is null;
}
