namespace Flex.Web.Data.Journal;

/// <summary>Everything that is written down; each has a stable code in the journal and a sentence for the history.</summary>
internal enum Act
{
    ApplicationReceived,
    Decided,
    CareRegistered,
    AnswersStored,
    DossierRead,
    ListRead,
    ImportDone,
    DuplicateWaits,
    DuplicateSettled,
    PlacesSet,
    FiguresRead,
    FactsheetPublished,
    SignedIn,
    SignedOut,
    ExportMade,
    DecisionsReplayed,
}
