namespace Flex.Domain.Consents;

/// <summary>One answer to one question for consent, as it was given.</summary>
/// <param name="Subject">A code of <see cref="ConsentCodes.Subjects"/>.</param>
/// <param name="Whose">Whose data: a code of <see cref="ConsentCodes.Whose"/>.</param>
/// <param name="Party">The organisation with which may be shared; null unless the subject is sharing.</param>
/// <param name="Answer">A code of <see cref="ConsentCodes.Answers"/>.</param>
/// <param name="Version">Version of the text that was read or told.</param>
/// <param name="Language">Language of that text, ISO 639-1.</param>
/// <param name="Capacity">A code of <see cref="ConsentCodes.Capacities"/>.</param>
/// <param name="Name">Name of who answered, when that is not the mother.</param>
/// <param name="OnlyMother">For the child: whether nobody else has authority. Otherwise null.</param>
public sealed record Consent(
    string Subject, string Whose, string? Party, string Answer, string Version, string Language, string Capacity, string? Name,
    string Channel, bool Interpreter, DateOnly SaidOn, bool? OnlyMother)
{
    /// <summary>Which question it answers: a later answer to the same one counts in its place.</summary>
    public (string Subject, string Whose, string? Party, bool ByOtherParent) Question => (Subject, Whose, Party, Capacity == ConsentCodes.OtherParent);
}
