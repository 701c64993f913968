using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Domain.Places;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.PlaceKeeping;

/// <summary>What lies before somebody who does something about the place of a family in one pillar.</summary>
public sealed record PlaceDesk(DossierRecord Record, int Pillar, ProgrammeNames Names, DecisionFacts Facts, DecisionLine Decided)
{
    /// <summary>This family is the first that waits, so that an offer needs no reason.</summary>
    public bool IsFirst { get; init; }

    public HeldPlaceLine? Held => Record.Life.Place(Pillar);

    public PlaceLine? Places => Record.Places.FirstOrDefault(p => p.Pillar == Pillar);

    /// <summary>What can be done now; nothing when the dossier ended, and no offer while an override waits.</summary>
    public IReadOnlyList<PlaceStep> Steps => Record.Life.End is not null ? [] : [.. PlaceSteps
        .Open(Decided.Outcome == NewDecision.Admitted, Decided.Outcome == NewDecision.Waiting, Held is { } held ? PlaceStates.Parse(held.State) : null, Record.Life.LastPlace(Pillar)?.DoneOn is not null)
        .Where(s => Record.Life.Override(Pillar) is null || s is PlaceStep.Confirm or PlaceStep.Release or PlaceStep.LeaveLine)];

    /// <summary>The child is there or care was given: a reserved place does not lapse any more.</summary>
    public bool InUse => Record.BornOn is not null || Record.Care.Any(c => c.Pillar == Pillar);

    /// <summary>The time of the place was over yesterday or before.</summary>
    public bool Overdue => Held is { Until: { } until } held && !(InUse && held.State == PlaceStates.CodeOf(PlaceState.Reserved)) && until < Facts.Facts.DecidedOn;

    /// <summary>Null when there is no decision about the pillar.</summary>
    internal static PlaceDesk? Of(DossierRecord record, int pillar, ProgrammeLibrary library, ProgrammeClock clock)
    {
        var programme = library.Programmes[record.Head.Programme];
        return record.Decision(pillar) is { } decided
            ? new(record, pillar, new(programme, library.National), DossierFacts.Propose(record, pillar, DossierFacts.DayOf(record, clock), programme), decided)
            : null;
    }

    /// <summary>What is wrong with a form, beside the field it belongs to.</summary>
    public IReadOnlyList<FieldError> Errors(PlaceForm form) => form.Step is not { } step ? [new("stap", "Kies wat er moet gebeuren.")]
        : step is PlaceStep.Accept or PlaceStep.ReserveAgain && NoLongerMeets ? [new("stap", NotMet(step))]
        : step == PlaceStep.ReserveAgain && Places is { Left: > 0, LeftBesideLine: 0 } line ? [new("stap", InLine(line))]
        : step == PlaceStep.Offer && !IsFirst && form.Reason is null ? [new("reden", "Een ander gezin staat eerder op de wachtlijst. Vul in waarom dit gezin voorgaat.")]
        : step == PlaceStep.Accept && Facts.Proposal == Proposal.AskFirst && form.Reason is null ? [new("reden", "Er ontbreekt nog een antwoord. Vul in waarom het gezin toch een plaats krijgt.")]
        : ReleaseGrounds.Of(step).Count > 0 && Ground(step, form.Ground) is { } ground ? [new("wie", ground)]
        : PlaceSteps.NeedsReason(step) && form.Reason is null ? [new("reden", "Vul in waarom.")]
        : form.ReasonErrors;

    /// <summary>Against its wish a family loses a granted place, or its turn, only by a decision that another organisation approves.</summary>
    private string? Ground(PlaceStep step, ReleaseGround? ground) => ground switch
    {
        null => "Kies wie dit wil.",
        { } other when !ReleaseGrounds.Of(step).Contains(other) => "Kies wie dit wil.",
        ReleaseGround.Other when step == PlaceStep.LeaveLine => $"Een gezin van de wachtlijst halen zonder dat het dat wil is een afwijkend besluit. Vraag op het dossier om af te wijken over pijler {Pillar}; dan oordeelt een andere organisatie.",
        ReleaseGround.Other => $"Een toegekende plaats wegnemen zonder dat het gezin dat wil is een afwijkend besluit. Vraag op het dossier om af te wijken over pijler {Pillar}; dan oordeelt een andere organisatie.",
        ReleaseGround.CareOver when Record.Care.All(c => c.Pillar != Pillar) => $"Er is nog geen zorg vastgelegd in pijler {Pillar}. Leg die eerst vast, of kies wie dit wil.",
        _ => null,
    };

    private static string NotMet(PlaceStep step) =>
        $"Het gezin voldoet niet meer aan de voorwaarden. {(step == PlaceStep.Accept ? "Neem het van de wachtlijst, of vraag op het dossier om af te wijken" : "Kies dat de pijler klaar is, of zet het op de wachtlijst en vraag dan om af te wijken")}.";

    private static string InLine(PlaceLine places) =>
        $"Er {(places.Left == 1 ? "is 1 plaats" : $"zijn {Dutch.Number(places.Left)} plaatsen")} vrij, maar {(places.Waiting == 1 ? "1 ander gezin wacht" : $"{WorkWords.UpTo(places.Waiting, WorkCount.Most)} andere gezinnen wachten")} al. Zet dit gezin op de wachtlijst: dan komt het op de plek die bij zijn aanmelding hoort.";

    // An override put it on the list against the rule: then the rule has had its say.
    private bool NoLongerMeets => Facts.Proposal == Proposal.Refuse && Decided.Kind != Replacement.Override;
}
