namespace Flex.Domain.Places;

/// <summary>Where a family stands with one place. Offered, reserved and confirmed count; the others do not.</summary>
public enum PlaceState
{
    /// <summary>Offered to a family on the waiting list, until a day.</summary>
    Offered,

    /// <summary>Kept for an admitted family; lapses when the programme says so.</summary>
    Reserved,

    /// <summary>Surely taken.</summary>
    Confirmed,

    /// <summary>The family did not want the offered place.</summary>
    Declined,

    /// <summary>Nobody confirmed or answered in time.</summary>
    Lapsed,

    /// <summary>Given back before any care was given.</summary>
    Released,

    /// <summary>Given back after care was given: the remaining hours return to the budget.</summary>
    ReturnedInPart,
}

/// <summary>The states as they are stored, and in words.</summary>
public static class PlaceStates
{
    /// <summary>The stored code of a state.</summary>
    public static string CodeOf(PlaceState state) => state switch
    {
        PlaceState.Offered => "aangeboden",
        PlaceState.Reserved => "gereserveerd",
        PlaceState.Confirmed => "bevestigd",
        PlaceState.Declined => "geweigerd",
        PlaceState.Lapsed => "vervallen",
        PlaceState.Released => "vrijgegeven",
        PlaceState.ReturnedInPart => "deels-teruggegeven",
    };

    /// <summary>The state with this code; throws for a code that was never stored.</summary>
    public static PlaceState Parse(string code) => Enum.GetValues<PlaceState>().Single(s => CodeOf(s) == code);

    /// <summary>Says whether the place counts as taken.</summary>
    public static bool Holds(PlaceState state) => state is PlaceState.Offered or PlaceState.Reserved or PlaceState.Confirmed;
}
