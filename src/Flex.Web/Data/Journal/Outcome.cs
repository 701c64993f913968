namespace Flex.Web.Data.Journal;

/// <summary>How an event ended, with the codes of NEN 7513 and FHIR (EventOutcomeIndicator).</summary>
internal enum Outcome : short
{
    /// <summary>Done.</summary>
    Success = 0,

    /// <summary>Refused for a reason that who asked can mend.</summary>
    MinorFailure = 4,

    /// <summary>Refused: this person may not.</summary>
    SeriousFailure = 8,
}
