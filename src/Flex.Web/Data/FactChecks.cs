using Flex.Domain.Births;

namespace Flex.Web.Data;

/// <summary>When facts are looked at again, and which; codes as they are stored.</summary>
internal static class FactChecks
{
    public const string Birth = "geboorte";
    public const string Between = "tussentijds";

    /// <summary>The dossier was opened again; the part of its work item is 1.</summary>
    public const string Reopened = "heropend";

    /// <summary>A birth was registered otherwise than it was known: what hung on that is judged.</summary>
    public const string BirthCorrected = "geboorte-verbeterd";

    public const string BirthDay = "geboortedag";
    public const string Children = "aantal-kinderen";
    public const string Alive = "levend-geboren";

    /// <summary>In what a birth differs from what was known: the registration before it, else the day that the application said.</summary>
    public static IReadOnlyList<string> Differs(DossierRecord record, RegisteredBirth birth)
    {
        var before = record.Life.Birth?.Given.Children;
        return
        [
            .. record.BornOn is { } known && known != birth.BornOn ? [BirthDay] : Array.Empty<string>(),
            .. before is not null && before.Count != birth.Children.Count ? [Children] : Array.Empty<string>(),
            .. before is not null && before.Count(c => c.Live) != birth.Children.Count(c => c.Live) ? [Alive] : Array.Empty<string>(),
        ];
    }
}
