namespace Flex.Domain.Places;

/// <summary>What somebody can do about the place of a family.</summary>
public enum PlaceStep
{
    /// <summary>A reserved place is surely taken.</summary>
    Confirm,

    /// <summary>The place is given back, whole or in part.</summary>
    Release,

    /// <summary>A waiting family is offered a place.</summary>
    Offer,

    /// <summary>The family takes the offered place.</summary>
    Accept,

    /// <summary>The family does not want this place and goes on waiting.</summary>
    DeclineAndWait,

    /// <summary>The family does not want a place any more.</summary>
    DeclineAndLeave,

    /// <summary>An admitted family without a place gets one again.</summary>
    ReserveAgain,

    /// <summary>An admitted family without a place waits for one.</summary>
    WaitAgain,

    /// <summary>There is no place yet and the family still waits: somebody asked.</summary>
    StillWaits,

    /// <summary>The family does not want to wait any longer.</summary>
    LeaveLine,

    /// <summary>The care in this pillar is over, or an admitted family without a place wants none: nobody has to find one.</summary>
    Finish,
}

/// <summary>Which steps are open in which state, as they are posted and in words.</summary>
public static class PlaceSteps
{
    /// <summary>The steps that are open, given the decision (admitted, waiting or neither), the place that is held and whether the pillar was said to be done.</summary>
    public static IReadOnlyList<PlaceStep> Open(bool admitted, bool waiting, PlaceState? held, bool done = false) => held switch
    {
        PlaceState.Offered => [PlaceStep.Accept, PlaceStep.DeclineAndWait, PlaceStep.DeclineAndLeave],
        PlaceState.Reserved => [PlaceStep.Confirm, PlaceStep.Release],
        PlaceState.Confirmed => [PlaceStep.Release],
        _ when admitted && done => [PlaceStep.ReserveAgain, PlaceStep.WaitAgain],
        _ when admitted => [PlaceStep.Finish, PlaceStep.ReserveAgain, PlaceStep.WaitAgain],
        _ when waiting => [PlaceStep.Offer, PlaceStep.StillWaits, PlaceStep.LeaveLine],
        _ => [],
    };

    /// <summary>Says whether the step takes something from the family, so that the reason is kept.</summary>
    public static bool NeedsReason(PlaceStep step) => step is PlaceStep.Release or PlaceStep.DeclineAndWait or PlaceStep.DeclineAndLeave or PlaceStep.WaitAgain or PlaceStep.LeaveLine or PlaceStep.Finish;

    /// <summary>The posted code of a step.</summary>
    public static string CodeOf(PlaceStep step) => step switch
    {
        PlaceStep.Confirm => "bevestigen",
        PlaceStep.Release => "vrijgeven",
        PlaceStep.Offer => "aanbieden",
        PlaceStep.Accept => "aannemen",
        PlaceStep.DeclineAndWait => "weigeren-blijft",
        PlaceStep.DeclineAndLeave => "weigeren-af",
        PlaceStep.ReserveAgain => "reserveren",
        PlaceStep.WaitAgain => "wachtlijst",
        PlaceStep.StillWaits => "wacht-nog",
        PlaceStep.LeaveLine => "wacht-niet-meer",
        PlaceStep.Finish => "afronden",
    };

    /// <summary>The step with this code, or null.</summary>
    public static PlaceStep? Parse(string? code) => Enum.GetValues<PlaceStep>().Where(s => CodeOf(s) == code).Select(s => (PlaceStep?)s).FirstOrDefault();

    /// <summary>The step on a button or beside a choice.</summary>
    public static string LabelOf(PlaceStep step) => step switch
    {
        PlaceStep.Confirm => "Plaats bevestigen",
        PlaceStep.Release => "Plaats vrijgeven",
        PlaceStep.Offer => "Plaats aanbieden",
        PlaceStep.Accept => "Het gezin neemt de plaats aan",
        PlaceStep.DeclineAndWait => "Het gezin wil deze plaats niet en blijft op de wachtlijst",
        PlaceStep.DeclineAndLeave => "Het gezin wil geen plaats meer en gaat van de wachtlijst",
        PlaceStep.ReserveAgain => "Opnieuw een plaats reserveren",
        PlaceStep.WaitAgain => "Op de wachtlijst zetten",
        PlaceStep.StillWaits => "Nog geen plaats: het gezin wacht nog",
        PlaceStep.LeaveLine => "Het gezin wil niet meer wachten",
        PlaceStep.Finish => "Deze pijler is klaar of het gezin ziet ervan af",
    };

    /// <summary>The step as it was done, after who did it: "heeft de plaats bevestigd".</summary>
    public static string DoneOf(PlaceStep step) => step switch
    {
        PlaceStep.Confirm => "heeft de plaats bevestigd",
        PlaceStep.Release => "heeft de plaats vrijgegeven",
        PlaceStep.Offer => "heeft een plaats aangeboden",
        PlaceStep.Accept => "heeft vastgelegd dat het gezin de plaats aanneemt",
        PlaceStep.DeclineAndWait => "heeft vastgelegd dat het gezin de plaats niet wil en op de wachtlijst blijft",
        PlaceStep.DeclineAndLeave => "heeft vastgelegd dat het gezin geen plaats meer wil",
        PlaceStep.ReserveAgain => "heeft opnieuw een plaats gereserveerd",
        PlaceStep.WaitAgain => "heeft het gezin op de wachtlijst gezet",
        PlaceStep.StillWaits => "heeft nagevraagd: er is nog geen plaats en het gezin wacht nog",
        PlaceStep.LeaveLine => "heeft vastgelegd dat het gezin niet meer wil wachten",
        PlaceStep.Finish => "heeft vastgelegd dat deze pijler klaar is of dat het gezin ervan afziet",
    };
}
