namespace Flex.Domain.Corrections;

/// <summary>What is known of who the mother is and how to reach her, as it can be corrected; null where nobody said.</summary>
/// <param name="Municipality">CBS code of where she lives now.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record MotherFacts(
    string Name, DateOnly? Born, string? Telephone, string? Postcode, string? HouseNumber, string? Municipality, string? Language, bool? Interpreter)
{
    /// <summary>What differs in <paramref name="now"/>, field by field, as text with before and after.</summary>
    public IReadOnlyList<CorrectedField> ChangesTo(MotherFacts now) =>
    [
        .. new CorrectedField[]
        {
            new(CorrectionText.NameField, Name, now.Name), new(CorrectionText.BornField, Text(Born), Text(now.Born)), new(CorrectionText.TelephoneField, Telephone, now.Telephone),
            new(CorrectionText.PostcodeField, Postcode, now.Postcode), new(CorrectionText.HouseField, HouseNumber, now.HouseNumber), new(CorrectionText.MunicipalityField, Municipality, now.Municipality),
            new(CorrectionText.LanguageField, Language, now.Language), new(CorrectionText.InterpreterField, Text(Interpreter), Text(now.Interpreter)),
        }.Where(c => c.Before != c.After),
    ];

    private static string? Text(DateOnly? day) => day is { } known ? Shared.Dutch.Day(known) : null;

    private static string? Text(bool? said) => said switch { true => "ja", false => "nee", null => null };
}

/// <summary>One field that was corrected: a name of a field in <see cref="CorrectionText"/>, with what stood there and what stands there now; null is nothing.</summary>
public sealed record CorrectedField(string Field, string? Before, string? After);
