namespace Flex.Domain.Consents;

/// <summary>One version of the text of a consent in one language (national/consents.json); shown to whoever is asked.</summary>
/// <param name="Subject">A code of <see cref="ConsentCodes.Subjects"/>.</param>
/// <param name="ApprovedBy">Who approved this text by name; null: a concept, which is said beside it.</param>
public sealed record ConsentTextVersion(string Subject, string Version, string Language, string Title, IReadOnlyList<string> Paragraphs, string? ApprovedBy, DateOnly? ApprovedOn)
{
    /// <summary>Whether nobody approved it yet.</summary>
    public bool IsConcept => ApprovedBy is null;
}
