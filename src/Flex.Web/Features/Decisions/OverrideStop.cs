using Flex.Domain.Places;
using Flex.Web.Data;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.Decisions;

/// <summary>Why an override cannot be asked now, in Dutch.</summary>
internal static class OverrideStop
{
    private const string Title = "Uw verzoek is niet opgeslagen";

    /// <summary>Null when nothing stands in the way.</summary>
    public static FormNotice? Of(DecisionDesk desk, DecisionForm form) =>
        desk.Record.Life.End is { } end ? new(Title, $"Dit dossier is op {Dutch.Date(end.EndedOn)} afgesloten door {end.EndedBy}.")
        : desk.Waiting is { } waiting ? new(Title, $"{waiting.RequestedBy} heeft op {Dutch.Date(waiting.RequestedOn)} al gevraagd om af te wijken ({OutcomeText.InSentence(waiting.Outcome, desk.Pillar)}). Dat wacht nog op een oordeel.")
        : desk.Record.Life.Place(desk.Pillar)?.State == PlaceStates.CodeOf(PlaceState.Offered) ? new(Title, "Het gezin heeft een plaats aangeboden gekregen. Leg eerst het antwoord vast.")
        : form.Outcome == NewDecision.Admitted && desk.Places is { Left: <= 0 } ? new(Title, $"{desk.TextOf(Refusal.NoPlaceLeft)} {DecisionDesk.WhatNow(Refusal.NoPlaceLeft)}")
        : null;
}
