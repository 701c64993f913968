namespace Flex.Web.Data.Programmes;

/// <summary>The extensions of one element of a FHIR file, each once and each with the kind of value that belongs to it.</summary>
internal sealed class FhirExtensions
{
    public const string Source = Own + "questionnaire-source";
    public const string MonthsAfterBirth = Own + "questionnaire-months-after-birth";
    public const string Invented = Own + "questionnaire-item-invented";
    public const string HiddenFromDeciders = Own + "questionnaire-item-hidden-from-deciders";

    // A name, not a place: nothing is fetched from it. The address is reserved for examples until a publisher is known.
    private const string Own = "https://example.org/geboortezorg-flex/fhir/StructureDefinition/";

    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    private FhirExtensions()
    {
    }

    public static FhirExtensions Of(LocatedObject element, params string[] known)
    {
        var found = new FhirExtensions();
        if (element.Peek("extension") is not null)
        {
            foreach (var (url, value) in element.Distinct("extension", e => Read(e, known), "url"))
            {
                found.values[url] = value;
            }
        }

        return found;
    }

    public string? Text(string url) => values.GetValueOrDefault(url) as string;

    public bool? Truth(string url) => values.GetValueOrDefault(url) as bool?;

    public int? Number(string url) => values.GetValueOrDefault(url) as int?;

    private static (string Url, object Value) Read(LocatedObject extension, string[] known)
    {
        var url = extension.Code("url", known, "extensie op deze plaats");
        return url switch
        {
            Source => (url, extension.Text("valueString")),
            MonthsAfterBirth => (url, extension.Whole("valueInteger")),
            _ => (url, extension.Truth("valueBoolean")),
        };
    }
}
