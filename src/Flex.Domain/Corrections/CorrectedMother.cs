namespace Flex.Domain.Corrections;

/// <summary>A correction of who the mother is and how to reach her (AVG artikel 16).</summary>
/// <param name="Now">Everything as it is from here on.</param>
/// <param name="Changes">What differs from what was known; never empty.</param>
/// <param name="Source">Where it comes from: a code of <see cref="CorrectionText.Sources"/>.</param>
/// <param name="Because">Why it was wrong, in words.</param>
public sealed record CorrectedMother(MotherFacts Now, IReadOnlyList<CorrectedField> Changes, string Source, string Because)
{
    /// <summary>Whether a field is among what changed.</summary>
    public bool Has(string field) => Changes.Any(c => c.Field == field);
}

/// <summary>What of a dossier decides how the mother can be corrected.</summary>
/// <param name="Known">As it stands now.</param>
/// <param name="Received">Day of the application: her age on it is what a mistyped date shows by.</param>
/// <param name="Moved">She moved since the application: a house number is not kept of where she lives now.</param>
public sealed record CorrectionContext(MotherFacts Known, DateOnly Received, bool Moved, Programmes.Programme Programme, Programmes.National National);
