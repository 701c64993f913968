using Flex.Domain.Places;
using Flex.Web.Data;

namespace Flex.Web.Ui;

/// <summary>Where a family stands with a place, in words with dates.</summary>
internal static class PlaceWords
{
    public static string Of(HeldPlaceLine held) => State(held) + (held.DoneOn is null ? "" : " Er hoeft geen nieuwe plaats te komen.");

    private static string State(HeldPlaceLine held) => PlaceStates.Parse(held.State) switch
    {
        PlaceState.Offered => $"Plaats aangeboden op {Dutch.Date(held.HeldOn)}{Until(held, ", het antwoord kan tot en met {0}")}.",
        PlaceState.Reserved => $"Plaats gereserveerd op {Dutch.Date(held.HeldOn)}{Until(held, ", te bevestigen tot en met {0}")}.",
        PlaceState.Confirmed => $"Plaats bevestigd (sinds {Dutch.Date(held.HeldOn)}).",
        PlaceState.Declined => $"Aangeboden plaats geweigerd{Ended(held)}.",
        PlaceState.Lapsed => $"Plaats vervallen{Ended(held)}, omdat er niet op tijd is bevestigd of geantwoord.",
        PlaceState.Released => $"Plaats vrijgegeven{Ended(held)}.",
        PlaceState.ReturnedInPart => $"Plaats deels teruggegeven{Ended(held)}{(held.ReturnedQuarters is > 0 and var left ? $": {Dutch.Hours(left)} uur ging terug naar het budget" : "")}.",
    };

    private static string Ended(HeldPlaceLine held) => held.EndedOn is { } on ? $" op {Dutch.Date(on)}" : "";

    private static string Until(HeldPlaceLine held, string text) => held.Until is { } day ? string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Dutch.Date(day)) : "";
}
