using System.Security.Cryptography;
using Flex.Domain.Consents;
using Flex.Domain.Dossiers;
using Flex.Domain.Ends;
using Flex.Domain.Questionnaires;
using Flex.Domain.Vulnerability;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Copies;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;

namespace Flex.Web.Ui.History;

/// <summary>The journal of one dossier in sentences that a professional understands; times are those of Amsterdam.</summary>
internal sealed class HistoryText(ProgrammeNames names, DossierKey key, bool forApplicant = false, ProgrammeClock? clock = null)
{
    public TimelineItem Of(HistoryLine line)
    {
        var at = ProgrammeClock.InAmsterdam(line.At);
        var (what, detail) = Enum.TryParse<Act>(line.Act, out var act) ? Readable(act, line) : ($"heeft iets gedaan dat deze versie niet kent ({line.Act})", null);
        var other = line.EffectiveDay != (clock?.DayThen(line.At) ?? ProgrammeClock.DayOf(line.At));
        return new(Dutch.Moment(at), $"{Who(line)} {what}.", Detail: Join(detail, other && HistoryActs.HoldFromADay(act) ? $"Geldt vanaf {Dutch.Date(line.EffectiveDay)}." : null));
    }

    // One line that somebody changed does not keep the others from who may read them; the check of the journal names it.
    private (string What, string? Detail) Readable(Act act, HistoryLine line)
    {
        try
        {
            return Sentence(act, line);
        }
        catch (CryptographicException)
        {
            return (Sentence(act, line with { Body = null }).What, "Wat erbij stond is niet te lezen: deze regel is veranderd.");
        }
    }

    private string Who(HistoryLine line)
    {
        if (Roles.Find(line.Role) is not { } role)
        {
            return line.Role == Data.Addresses.AddressProof.Role ? "Aanmelder zonder account" : "Het systeem";
        }

        return names.Organisation(line.Organisation) is { } organisation ? $"{role.Label} ({organisation})" : role.Label;
    }

    private (string What, string? Detail) Sentence(Act act, HistoryLine line) => act switch
    {
        Act.ApplicationReceived => Applied(Body<ApplicationBody>(line), line.Role),
        Act.Decided => Decided(Body<DecisionBody>(line), Roles.Find(line.Role) is null),
        Act.CareRegistered => Care(Body<CareBody>(line)),
        Act.CareIndicated or Act.ContactRegistered or Act.CoverAsked or Act.ContributionSettled or Act.HoursAnswered or Act.HoursSettled or Act.ContactCorrected or Act.ShiftsTaken or Act.ShiftSettled => OfHours(act, line),
        Act.GoalAdded or Act.PlanMade or Act.HoursBooked or Act.PlanReviewed or Act.PlanJudged => OfPlan(act, line),
        Act.MonthClosed => ("heeft een maand gesloten", null),
        Act.MonthOpened => ("heeft een maand weer geopend", null),
        Act.AnswersStored => Answers(Body<AnsweredForm>(line)),
        Act.ImportDone => ("heeft een bestand ingelezen", null),
        Act.DuplicateWaits => ("heeft een aanvraag apart gezet die op dit gezin lijkt", null),
        Act.DuplicateSettled => ("heeft beoordeeld of een andere aanvraag bij dit gezin hoort", null),
        Act.PlacesSet => ("heeft het aantal plaatsen ingesteld", null),
        Act.FiguresRead => ("heeft cijfers bekeken waarin dit gezin meetelt", null),
        Act.FactsheetPublished => ("heeft een factsheet gemaakt waarin dit gezin meetelt", null),
        Act.SignedIn => ("heeft ingelogd", null),
        Act.SignedOut => ("heeft uitgelogd", null),
        Act.DecisionsReplayed => ("heeft de besluiten nagerekend", null),
        Act.PillarApplied => (Body<PillarApplication>(line) is { } asked ? $"heeft het gezin ook aangemeld voor pijler {asked.Pillar}" : "heeft het gezin voor nog een pijler aangemeld", null),
        Act.Reassessed => Weighed(Body<AssessmentBody>(line)),
        Act.OverrideAsked => PlaceHistory.Asked(Body<OverrideAskedBody>(line)),
        Act.OverrideJudged => PlaceHistory.Judged(Body<OverrideJudgedBody>(line), names),
        Act.OverrideKept => PlaceHistory.Kept(Body<OverrideKeptBody>(line)),
        Act.PlaceConfirmed or Act.PlaceOffered or Act.OfferAnswered or Act.PlaceReleased or Act.PlaceReserved or Act.WaitsAgain or Act.PillarFinished or Act.WaitingChecked or Act.LineLeft => PlaceHistory.Step(Body<PlaceBody>(line)),
        Act.PlaceLapsed => PlaceHistory.Lapsed(Body<LapsedBody>(line)),
        Act.OutcomeTold => (Body<ToldBody>(line) is { } told ? $"heeft het gezin de uitslag verteld ({told.How}): {OutcomeText.InSentence(told.Outcome, told.Pillar)}" : "heeft het gezin de uitslag verteld", null),
        Act.LetterShown => ("heeft de brief over het besluit geopend", null),
        Act.BirthRegistered => LifeHistory.Born(Body<BirthBody>(line)),
        Act.BirthCorrected => LifeHistory.Corrected(Body<BirthBody>(line)),
        Act.DossierEnded => LifeHistory.Ended(Body<DossierEnding>(line), forApplicant),
        Act.DossierReopened => LifeHistory.Reopened(Body<ReopenedBody>(line)),
        Act.FactsConfirmed => LifeHistory.Confirmed(Body<FactsBody>(line)),
        Act.ChangeJudged => LifeHistory.Judged(Body<ChangeJudgedBody>(line)),
        Act.SafeContactSaid => LifeHistory.Contact(Body<SafeContact>(line)),
        Act.DueDateCorrected => LifeHistory.DueDate(Body<DueDateBody>(line)),
        Act.ResemblanceSettled => Settled(Body<SettlementBody>(line)),
        Act.AnswersSaved => SomeAnswers(Body<AnsweredForm>(line)),
        Act.IdentityChecked or Act.BsnSet or Act.NoBsnSaid => IdentityHistory.Of(act, Body<IdentityBody>(line)),
        Act.KeysRotated => ("heeft de sleutels vervangen", null),
        Act.WorkSet => ("heeft bijgewerkt wat er nog open staat", null),
        Act.AccountInvited or Act.AccountMade or Act.AccountRenewed or Act.AccountClosed or Act.SignInRefused or Act.SessionsEnded
            or Act.PasswordChanged or Act.RecoveryCodesMade or Act.PasskeyMade or Act.PasskeyRemoved or Act.RoleChanged => (AccountWords.Did(act), null),
        Act.ErasureAsked or Act.ErasureDecided or Act.DossierErased or Act.RestrictionSet or Act.RestrictionLifted or Act.MotherCorrected or Act.CorrectionRefused or Act.StatementAdded
            or Act.CopyAsked or Act.CopyLinesLeftOut or Act.CopyReleased or Act.CopyRefused or Act.CopyRead => Rights(act, line),
        Act.PartiesSet => ("heeft vastgelegd wie aan het programma meedoet", null),
        Act.RelationBegun or Act.RelationEnded or Act.HandoverOffered or Act.HandoverAnswered or Act.GlassBroken => RelationHistory.Of(act, Body<RelationBody>(line), names),
        Act.AddressShielded => LifeHistory.Shielded(Body<ShieldBody>(line)),
        Act.ConsentSaid => ConsentHistory.Of(Body<Consent>(line), names),
        Act.FamilyInvited or Act.FamilyInvitationEnded or Act.FamilyEntered or Act.FamilyRefused or Act.FamilyLeft or Act.FamilySignedIn or Act.FamilyNotSignedIn or Act.DeviceHanded => (FamilyHistory.Did(act), null),
        Act.DossierRead or Act.ListRead or Act.SearchDone or Act.DryRunDone or Act.BsnRead or Act.BsnSearched or Act.ExportMade or Act.OverrideRead or Act.Refused or Act.FamilyLogRead
            or Act.LogRead or Act.LogReviewed or Act.LogExported or Act.WithholdAsked or Act.WithholdJudged or Act.PurgeApproved or Act.JournalPurged or Act.NoteWritten or Act.NoteShared or Act.NoteRead or Act.AddressRead or Act.KinDeclared => (LookWords.Did(act), null),
    };

    // Care from when to when, and what was asked and said of it.
    private (string What, string? Detail) OfHours(Act act, HistoryLine line) => act switch
    {
        Act.CareIndicated => HoursHistory.Indicated(Body<Flex.Domain.CareHours.SaidIndication>(line)),
        Act.ContactRegistered => HoursHistory.Registered(Body<ContactBody>(line)),
        Act.CoverAsked => HoursHistory.Asked(Body<Flex.Domain.CareHours.SaidCover>(line)),
        Act.ContributionSettled => HoursHistory.Settled(Body<ContributionSettledBody>(line)),
        Act.HoursAnswered => HoursHistory.Answered(Body<Flex.Web.Data.Families.HoursAnsweredBody>(line)),
        Act.HoursSettled => HoursHistory.Ended(Body<HoursSettledBody>(line)),
        Act.ContactCorrected => HoursHistory.Corrected(Body<ContactBody>(line)),
        Act.ShiftsTaken => HoursHistory.Taken(Body<ShiftsBody>(line)),
        _ => HoursHistory.Chosen(Body<ShiftSettledBody>(line)),
    };

    // Goals and hours after the lying-in.
    private (string What, string? Detail) OfPlan(Act act, HistoryLine line) => act switch
    {
        Act.GoalAdded => PlanHistory.Goal(Body<Flex.Domain.Plans.SaidGoal>(line)),
        Act.PlanMade => PlanHistory.Made(Body<PlanMadeBody>(line)),
        Act.HoursBooked => PlanHistory.Booked(Body<Flex.Domain.Plans.SaidBooking>(line)),
        Act.PlanReviewed => PlanHistory.Reviewed(Body<Flex.Domain.Plans.SaidReview>(line)),
        _ => PlanHistory.Judged(Body<PlanJudgedBody>(line)),
    };

    // What a family asks with its data.
    private (string What, string? Detail) Rights(Act act, HistoryLine line) => act switch
    {
        Act.ErasureAsked => ("heeft een verzoek om te vernietigen vastgelegd", null),
        Act.ErasureDecided => (Body<Domain.Rights.DecidedErasure>(line) is { } decided ? $"heeft het verzoek om te vernietigen {(decided.Granted ? "toegewezen" : "geweigerd")}" : "heeft over het verzoek om te vernietigen besloten", null),
        Act.DossierErased => ("heeft het dossier vernietigd", null),
        Act.RestrictionSet => (Body<Domain.Rights.AskedRestriction>(line) is { } asked ? $"heeft het gebruik van dit dossier beperkt, op verzoek van {asked.By}" : "heeft het gebruik van dit dossier beperkt", null),
        Act.RestrictionLifted => ("heeft de beperking van dit dossier opgeheven", Body<LiftedBody>(line) is { } lifted ? $"Reden: “{lifted.Because}”." : null),
        Act.MotherCorrected => CorrectionHistory.Corrected(Body<CorrectionBody>(line), names),
        Act.CorrectionRefused => CorrectionHistory.Refused(Body<Domain.Corrections.OwnStatement>(line)),
        Act.StatementAdded => ("heeft een eigen verklaring van het gezin toegevoegd", null),
        _ => CopyHistory.Of(act, Body<CopyBody>(line)),
    };

    // A file brings an application in; a person applies for a family.
    private static (string, string?) Applied(ApplicationBody? body, string role)
    {
        var did = Roles.Find(role) is null && role != Data.Addresses.AddressProof.Role ? "heeft een aanmelding ingelezen" : "heeft het gezin aangemeld";
        return body is null ? (did, null) : ($"{did} voor pijler {string.Join(" en ", body.Application.Pillars)}",
            body.Application.Vulnerability is null ? "De mate van kwetsbaarheid was niet beoordeeld." : $"Mate van kwetsbaarheid: {ClassText.LabelOrUnknown(ClassCodes.Parse(body.Class))}.");
    }

    private static (string, string?) Settled(SettlementBody? body) => body is null
        ? ("heeft beoordeeld of dit hetzelfde gezin is", null)
        : (body.Same ? "zag dat een ander dossier van hetzelfde gezin is" : "zag dat een ander dossier niet van hetzelfde gezin is", Join(Carried(body), body.Reason is null ? null : $"Reden: “{body.Reason}”."));

    private static string? Carried(SettlementBody body) => (body.Pillars, body.Contact) switch
    {
        ([], false) => null,
        ([], true) => "Overgenomen: hoe het gezin veilig te bereiken is.",
        (var pillars, var contact) => $"Overgenomen: de aanvraag voor pijler {Flex.Domain.Shared.Dutch.And([.. pillars.Select(p => $"{p}")])}{(contact ? " en hoe het gezin veilig te bereiken is" : "")}.",
    };

    // A file brings a decision in; the person who took it is named, never the system.
    private static (string, string?) Decided(DecisionBody? body, bool fromFile)
    {
        if (body is null)
        {
            return (fromFile ? "heeft een besluit ingelezen" : "heeft besloten", null);
        }

        var follows = body.Proposal == ProposalOf(body.Outcome) ? "zoals de regel voorstelde"
            : body.Proposal == NewDecision.CodeOf(Domain.Eligibility.Proposal.AskFirst) ? "terwijl er nog een antwoord ontbrak"
            : $"anders dan de regel voorstelde ({OutcomeText.Proposal(body.Proposal)})";
        return ($"{(fromFile ? "heeft een besluit ingelezen" : "heeft besloten")}: {OutcomeText.InSentence(body.Outcome, body.Pillar)}, {follows}", Join($"Besloten door {body.DecidedBy}.", body.Reason is null ? null : $"Reden: “{body.Reason}”."));
    }

    // The proposal that an outcome follows.
    private static string? ProposalOf(string outcome) => outcome switch
    {
        NewDecision.Admitted => "toelaten",
        NewDecision.Refused => "afwijzen",
        NewDecision.Waiting => "wachtlijst",
        _ => null,
    };

    private static (string, string?) Weighed(AssessmentBody? body) => body is null
        ? ("heeft de kwetsbaarheid opnieuw gewogen", null)
        : ($"heeft de kwetsbaarheid gewogen: {ClassText.LabelOrUnknown(ClassCodes.Parse(body.Class))}{(body.Before is null ? "" : $", was {body.Before}")}",
            body.SetBecause is null ? null : $"De klasse is gekozen, met de reden: “{body.SetBecause}”.");

    private static (string, string?) Care(CareBody? body) => body?.Entries switch
    {
        null or [] => ("heeft uren zorg vastgelegd", null),
        [var one] => ($"heeft {Dutch.Hours(one.Quarters)} uur zorg vastgelegd in pijler {one.Pillar}, gegeven op {Dutch.Date(one.Day)} door {one.Caregiver}", one.Note is null ? null : $"Opmerking: “{one.Note}”."),
        var many => ($"heeft {many.Count} keer zorg vastgelegd, samen {Dutch.Hours(many.Sum(c => c.Quarters))} uur", $"Gegeven van {Dutch.Date(many.Min(c => c.Day))} tot en met {Dutch.Date(many.Max(c => c.Day))}."),
    };

    private (string, string?) Answers(AnsweredForm? body) => body is null
        ? ("heeft een ingevulde vragenlijst opgeslagen", null)
        : ($"heeft de vragenlijst “{names.Questionnaire(body.Questionnaire)}” opgeslagen, ingevuld op {Dutch.Date(body.FilledOn)}", Filled(body));

    // How many, never which: who decides reads this too.
    private (string, string?) SomeAnswers(AnsweredForm? body) => body is null
        ? ("heeft antwoorden op een vragenlijst bewaard", null)
        : ($"heeft {(body.Answers.Count == 1 ? "1 antwoord" : $"{body.Answers.Count} antwoorden")} op de vragenlijst “{names.Questionnaire(body.Questionnaire)}” bewaard, om later verder te gaan", Filled(body));

    private static string? Filled(AnsweredForm body) => body.FilledBy is { } who ? $"Ingevuld door {who}." : null;

    private T? Body<T>(HistoryLine line)
        where T : class => line.Body is null ? null : key.Open<T>(line.Body, line.Id);

    private static string? Join(string? first, string? second) => (first, second) switch
    {
        (null, null) => null,
        _ => string.Join(' ', new[] { first, second }.OfType<string>()),
    };
}
