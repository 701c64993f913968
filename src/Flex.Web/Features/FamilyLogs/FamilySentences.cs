using Flex.Web.Data.Journal;

namespace Flex.Web.Features.FamilyLogs;

/// <summary>What each act is to the family whose data it is about; complete, so that a new act is not kept from her by accident.
/// What was read and written in confidence is told as what it is besides: a line may not give away a step of the Meldcode.</summary>
internal static class FamilySentences
{
    public static string Of(Act act) => act switch
    {
        Act.DossierRead or Act.NoteRead => "bekeek uw gegevens",
        Act.AddressRead => "bekeek uw adres",
        Act.NoteWritten => "schreef iets op over uw gezin",
        Act.ListRead => "zag uw naam in een lijst",
        Act.SearchDone => "zocht en vond uw naam",
        Act.BsnSearched => "zocht met een BSN en vond uw naam",
        Act.BsnRead => "bekeek een BSN van uw gezin",
        Act.IdentityChecked => "keek na wie u of uw kind is",
        Act.BsnSet or Act.NoBsnSaid => "schreef een BSN op, of waarom dat er niet is",
        Act.DryRunDone => "rekende met uw gegevens om nieuwe regels te proberen",
        Act.OverrideRead => "las een vraag over uw plaats, zonder uw naam",
        Act.ExportMade => "maakte een bestand waar uw gegevens in staan",
        Act.LetterShown => "opende de brief aan u",
        Act.Refused => "wilde uw gegevens bekijken en mocht dat niet",
        Act.GlassBroken => "opende uw gegevens met de noodknop",
        Act.FamilyLogRead => "liet u dit overzicht zien",
        Act.LogRead or Act.LogReviewed => "controleerde wie in uw gegevens keek",
        Act.LogExported => "maakte een bestand van dit overzicht",
        Act.WithholdAsked or Act.WithholdJudged or Act.PurgeApproved or Act.JournalPurged or Act.KinDeclared => "hield dit overzicht bij",
        Act.ApplicationReceived or Act.PillarApplied => "schreef uw aanmelding op",
        Act.Reassessed => "vulde met u in wat er speelt",
        Act.Decided or Act.OverrideJudged => "besloot over uw plaats",
        Act.OverrideAsked or Act.OverrideKept => "vroeg om anders te besluiten over uw plaats",
        Act.PlaceConfirmed or Act.PlaceOffered or Act.OfferAnswered or Act.PlaceLapsed or Act.PlaceReleased or Act.PlaceReserved or Act.WaitsAgain or Act.PillarFinished or Act.LineLeft => "veranderde iets aan uw plaats",
        Act.WaitingChecked => "ging met u na of u nog wilt wachten",
        Act.DueDateCorrected => "verbeterde wanneer uw kind wordt verwacht",
        Act.OutcomeTold => "schreef op dat u de uitslag weet",
        Act.CareRegistered or Act.CareIndicated or Act.ContactRegistered or Act.ContactCorrected or Act.CoverAsked or Act.ContributionSettled or Act.HoursAnswered or Act.HoursSettled
            or Act.GoalAdded or Act.PlanMade or Act.HoursBooked or Act.PlanReviewed or Act.PlanJudged or Act.ShiftsTaken or Act.ShiftSettled => OfHours(act),
        Act.AnswersStored or Act.AnswersSaved => "bewaarde antwoorden op een vragenlijst",
        Act.BirthRegistered or Act.BirthCorrected => "schreef de geboorte op",
        Act.DossierEnded or Act.DossierReopened => "sloot uw dossier of opende het weer",
        Act.FactsConfirmed or Act.ChangeJudged => "keek uw verzekering en gemeente na",
        Act.ConsentSaid => "schreef op waar u wel of geen toestemming voor geeft",
        Act.RestrictionSet or Act.RestrictionLifted => "veranderde of uw gegevens gebruikt mogen worden",
        Act.ErasureAsked or Act.ErasureDecided => "schreef op of uw gegevens gewist worden",
        Act.DossierErased => "wiste uw gegevens",
        Act.MotherCorrected or Act.CorrectionRefused => "keek na of uw gegevens kloppen",
        Act.StatementAdded => "zette uw eigen verklaring bij uw gegevens",
        Act.CopyAsked or Act.CopyLinesLeftOut or Act.CopyReleased or Act.CopyRefused => "werkte aan het afschrift van uw gegevens",
        Act.CopyRead => "opende het afschrift van uw gegevens",
        Act.FamilyInvited or Act.FamilyInvitationEnded => "maakte of sloot een link voor u",
        Act.FamilyEntered or Act.FamilySignedIn => "kwam binnen op uw eigen bladzijde",
        Act.FamilyRefused or Act.FamilyNotSignedIn => "wilde binnenkomen op uw eigen bladzijde en mocht dat niet",
        Act.FamilyLeft => "sloot uw eigen bladzijde",
        Act.DeviceHanded => "gaf u het apparaat om zelf een lijst in te vullen",
        Act.SafeContactSaid or Act.AddressShielded => "schreef op hoe wij u veilig bereiken",
        Act.DuplicateWaits or Act.DuplicateSettled or Act.ResemblanceSettled => "keek of u dubbel bent aangemeld",
        Act.RelationBegun or Act.RelationEnded or Act.NoteShared => "veranderde wie uw gegevens mag zien",
        Act.HandoverOffered or Act.HandoverAnswered => "regelde dat een ander de zorg overneemt",
        Act.ImportDone => "las een bestand in waar uw gegevens in staan",
        Act.KeysRotated => "verving de sleutels waarmee gegevens op slot zitten",
        Act.WorkSet => "werkte bij wat er nog moet gebeuren",
        Act.PlacesSet or Act.MonthClosed or Act.MonthOpened or Act.FiguresRead or Act.FactsheetPublished or Act.DecisionsReplayed or Act.PartiesSet or Act.SignedIn or Act.SignedOut or Act.SignInRefused or Act.SessionsEnded
            or Act.AccountInvited or Act.AccountMade or Act.AccountRenewed or Act.AccountClosed or Act.PasswordChanged or Act.RecoveryCodesMade or Act.PasskeyMade or Act.PasskeyRemoved or Act.RoleChanged => "werkte aan het programma zelf",
    };

    private static string OfHours(Act act) => act switch
    {
        Act.CareIndicated => "schreef op hoeveel uren zorg u krijgt",
        Act.ShiftSettled => "koos tussen twee tijden waarop er iemand bij u was",
        Act.ContactRegistered or Act.ContactCorrected or Act.ShiftsTaken => "schreef op wanneer er iemand bij u was",
        Act.CoverAsked or Act.ContributionSettled => "vroeg hoe u verzekerd bent, of regelde de eigen bijdrage",
        Act.HoursAnswered => "zei of de uren zorg kloppen",
        Act.HoursSettled => "besloot over uren zorg die volgens u niet klopten",
        Act.GoalAdded => "schreef een doel van uw gezin op",
        Act.PlanMade or Act.HoursBooked => "plande uren zorg voor u",
        Act.PlanReviewed => "schreef op wat u zei over het plan",
        Act.PlanJudged => "las een plan zonder uw naam, en keurde het goed of af",
        _ => "schreef uren zorg op",
    };
}
