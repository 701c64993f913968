namespace Flex.Web.Data.Journal;

/// <summary>What kind of event each act is (NEN 7513: EventID and EventActionCode) and for what purpose it uses data; complete, so that a new act cannot be forgotten.</summary>
internal static class ActKinds
{
    /// <summary>Acts that change nothing of a family: the log shows them, the history of a dossier does not.</summary>
    public static readonly string[] Looks = [.. Enum.GetValues<Act>().Where(a => ClassOf(a) is EventClass.Read or EventClass.Query or EventClass.Export or EventClass.Log or EventClass.Refusal && a != Act.LetterShown).Select(a => a.ToString())];

    /// <summary>The class of an act.</summary>
    public static EventClass ClassOf(Act act) => act switch
    {
        Act.ApplicationReceived => EventClass.Create,
        Act.DossierRead or Act.OverrideRead or Act.BsnRead or Act.NoteRead or Act.AddressRead => EventClass.Read,
        Act.ListRead or Act.SearchDone or Act.BsnSearched or Act.DryRunDone => EventClass.Query,
        Act.ExportMade or Act.LetterShown or Act.CopyRead => EventClass.Export,
        Act.SignedIn or Act.SignedOut or Act.SessionsEnded or Act.AccountInvited or Act.AccountMade or Act.AccountRenewed or Act.AccountClosed or Act.PasswordChanged or Act.RecoveryCodesMade
            or Act.PasskeyMade or Act.PasskeyRemoved or Act.RoleChanged or Act.PartiesSet or Act.RelationBegun or Act.RelationEnded or Act.HandoverOffered or Act.HandoverAnswered
            or Act.FamilyInvited or Act.FamilyInvitationEnded or Act.FamilyEntered or Act.FamilyLeft or Act.FamilySignedIn or Act.DeviceHanded or Act.NoteShared => EventClass.Authorisation,
        Act.GlassBroken => EventClass.Emergency,
        Act.FamilyLogRead or Act.LogRead or Act.LogReviewed or Act.LogExported or Act.WithholdAsked or Act.WithholdJudged or Act.PurgeApproved or Act.JournalPurged or Act.KinDeclared => EventClass.Log,
        Act.Refused or Act.SignInRefused or Act.FamilyRefused or Act.FamilyNotSignedIn => EventClass.Refusal,
        Act.ImportDone or Act.PlacesSet or Act.FiguresRead or Act.FactsheetPublished or Act.DecisionsReplayed or Act.WorkSet or Act.KeysRotated or Act.MonthClosed or Act.MonthOpened => EventClass.Programme,
        Act.Decided or Act.CareRegistered or Act.AnswersStored or Act.AnswersSaved or Act.DuplicateWaits or Act.DuplicateSettled or Act.PillarApplied or Act.Reassessed
            or Act.OverrideAsked or Act.OverrideJudged or Act.PlaceConfirmed or Act.PlaceOffered or Act.OfferAnswered or Act.PlaceLapsed or Act.PlaceReleased or Act.PlaceReserved
            or Act.WaitsAgain or Act.PillarFinished or Act.OutcomeTold or Act.BirthRegistered or Act.BirthCorrected or Act.DossierEnded or Act.DossierReopened or Act.FactsConfirmed
            or Act.ChangeJudged or Act.SafeContactSaid or Act.ResemblanceSettled or Act.OverrideKept or Act.WaitingChecked or Act.LineLeft or Act.DueDateCorrected or Act.ConsentSaid or Act.ErasureAsked or Act.ErasureDecided
            or Act.DossierErased or Act.RestrictionSet or Act.RestrictionLifted or Act.IdentityChecked or Act.BsnSet or Act.NoBsnSaid
            or Act.MotherCorrected or Act.CorrectionRefused or Act.StatementAdded or Act.CopyAsked or Act.CopyLinesLeftOut or Act.CopyReleased or Act.CopyRefused
            or Act.CareIndicated or Act.ContactRegistered or Act.ContactCorrected or Act.CoverAsked or Act.ContributionSettled or Act.NoteWritten or Act.AddressShielded or Act.HoursAnswered or Act.HoursSettled
            or Act.GoalAdded or Act.PlanMade or Act.HoursBooked or Act.PlanReviewed or Act.PlanJudged or Act.ShiftsTaken or Act.ShiftSettled => EventClass.Update,
    };

    /// <summary>C, R, U, D or E.</summary>
    public static char ActionOf(Act act) => (ClassOf(act), act) switch
    {
        (_, Act.JournalPurged or Act.PasskeyRemoved or Act.DossierErased) => 'D',
        (_, Act.KinDeclared or Act.WithholdAsked or Act.RelationBegun or Act.LogReviewed or Act.AccountInvited or Act.AccountMade or Act.RecoveryCodesMade or Act.PasskeyMade) or (EventClass.Create, _) => 'C',
        (_, Act.FiguresRead or Act.FamilyLogRead or Act.LogRead) or (EventClass.Read or EventClass.Export, _) => 'R',
        (EventClass.Update, _) or (_, Act.NoteShared or Act.WithholdJudged or Act.RelationEnded or Act.HandoverOffered or Act.HandoverAnswered or Act.AccountRenewed or Act.AccountClosed or Act.PasswordChanged or Act.RoleChanged or Act.PlacesSet or Act.PartiesSet or Act.WorkSet or Act.KeysRotated or Act.MonthClosed or Act.MonthOpened) => 'U',
        _ => 'E',
    };

    /// <summary>A code of HL7 v3-PurposeOfUse.</summary>
    public static string UseOf(Act act) => (ClassOf(act), act) switch
    {
        (EventClass.Emergency, _) => "ETREAT",
        (_, Act.FamilyLogRead) => "PATRQT",
        (EventClass.Log or EventClass.Refusal, _) => "HCOMPL",
        (_, Act.FiguresRead or Act.FactsheetPublished or Act.ExportMade or Act.DryRunDone) => "HOPERAT",
        (_, Act.RelationBegun or Act.RelationEnded or Act.HandoverOffered or Act.HandoverAnswered or Act.NoteShared) => "TREAT",
        (EventClass.Programme or EventClass.Authorisation, _) => "HSYSADMIN",
        _ => "TREAT",
    };
}
