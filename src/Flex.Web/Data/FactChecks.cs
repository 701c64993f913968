namespace Flex.Web.Data;

/// <summary>When facts are looked at again, and which; codes as they are stored.</summary>
internal static class FactChecks
{
    public const string Birth = "geboorte";
    public const string Between = "tussentijds";

    /// <summary>The day of birth was corrected: what hung on the other day is judged.</summary>
    public const string BirthCorrected = "geboorte-verbeterd";

    public const string BirthDay = "geboortedag";
}
