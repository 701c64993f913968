using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.Decisions;

/// <summary>What lies before a professional who decides about one pillar: the dossier, the proposal with its facts, and the decision if there is one.</summary>
public sealed record DecisionDesk(DossierRecord Record, int Pillar, ProgrammeNames Names, DecisionFacts Facts, DecisionLine? Decided)
{
    public PlaceLine? Places => Record.Places.FirstOrDefault(p => p.Pillar == Pillar);

    /// <summary>"2 plaatsen vrij, 3 gezinnen wachten".</summary>
    public static string InLine(PlaceLine places) =>
        $"{(places.Left == 1 ? "1 plaats" : $"{Ui.Dutch.Number(Math.Max(0, places.Left))} plaatsen")} vrij, {(places.Waiting == 1 ? "1 gezin wacht" : $"{Ui.WorkWords.UpTo(places.Waiting, WorkCount.Most)} gezinnen wachten")}";

    /// <summary>Nothing is decided for the first time here: it is decided, the dossier ended, or the family may have another one.</summary>
    public bool Closed => Decided is not null || Record.IsInDoubt || Record.Life.End is not null;

    /// <summary>The override that waits, or null.</summary>
    public OverrideLine? Waiting => Record.Life.Override(Pillar);

    /// <summary>The request that went back and waits for somebody to look again, or null.</summary>
    public OverrideLine? Returned => Decided is { } decided ? Record.Life.Returned(decided.Id) : null;

    /// <summary>Null when the family was not applied for this pillar.</summary>
    internal static DecisionDesk? Of(DossierRecord record, int pillar, ProgrammeLibrary library, ProgrammeClock clock)
    {
        var programme = library.Programmes[record.Head.Programme];
        return record.Head.Pillars.Contains(pillar)
            ? new(record, pillar, new(programme, library.National), DossierFacts.Propose(record, pillar, DossierFacts.DayOf(record, clock), programme), record.Decision(pillar))
            : null;
    }

    /// <summary>What is wrong with a form, beside the field it belongs to.</summary>
    public IReadOnlyList<Ui.FieldError> Errors(DecisionForm form) => [.. form.Errors(Facts.Proposal), .. Deviation.Of(this, form)?.Errors ?? []];

    /// <summary>Why the decision was not stored, in Dutch.</summary>
    public string TextOf(Refusal refusal) => refusal switch
    {
        Refusal.NoPlaceLeft => $"Er is geen plaats meer in pijler {Pillar}: {Places?.Taken} van {Places?.Capacity} bezet.",
        Refusal.AlreadyDecided => Decided is { } d
            ? $"{d.By} heeft op {Ui.Dutch.Date(d.On)} al besloten: {Ui.OutcomeText.InSentence(d.Outcome, Pillar)}."
            : "Over deze pijler is al besloten.",
        Refusal.AlreadyCounted => "Dit formulier was al verstuurd, voor een ander besluit.",
        Refusal.DossierEnded => Record.Life.End is { } end ? Ui.EndWords.Of(end) : "Dit dossier is afgesloten.",
        Refusal.AlreadyRegistered or Refusal.DoubtFirst or Refusal.NothingWritten => "Iemand heeft intussen iets vastgelegd.",
        Refusal.MayNotJudge => "U mag dit niet beoordelen.",
    };

    /// <summary>What somebody can do after a refusal.</summary>
    public static string WhatNow(Refusal refusal) => refusal switch
    {
        Refusal.NoPlaceLeft => "Zet het gezin op de wachtlijst, of overleg met de programmacoördinator.",
        Refusal.AlreadyDecided or Refusal.AlreadyRegistered or Refusal.DoubtFirst or Refusal.NothingWritten => "Wat u had ingevuld staat hieronder nog.",
        Refusal.DossierEnded => "Klopt dat niet, laat het dossier dan eerst heropenen.",
        Refusal.AlreadyCounted or Refusal.MayNotJudge => "",
    };
}
