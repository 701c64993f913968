using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.PlaceKeeping;

/// <summary>Why a step about a place was not stored, in Dutch.</summary>
internal static class PlaceText
{
    private const string Title = "Dit is niet opgeslagen";

    public static FormNotice Stopped(PlaceDesk desk, Refusal? refusal, LastPlaceAct? last)
    {
        if (refusal == Refusal.NoPlaceLeft)
        {
            return new(Title, $"Er is geen plaats meer in pijler {desk.Pillar}: {desk.Places?.Taken} van {desk.Places?.Capacity} bezet.");
        }

        if (desk.Record.Life.End is { } end)
        {
            return new(Title, $"{end.EndedBy} heeft dit dossier op {Dutch.Date(end.EndedOn)} afgesloten.");
        }

        var now = desk.Held is { } held ? PlaceWords.Of(held) : $"{desk.Decided.By} besloot op {Dutch.Date(desk.Decided.On)}: {OutcomeText.InSentence(desk.Decided.Outcome, desk.Pillar)}.";
        return new(Title, $"{(last is null ? "" : last.Sentence + " ")}{now} Wat u had ingevuld staat hieronder nog.");
    }
}
