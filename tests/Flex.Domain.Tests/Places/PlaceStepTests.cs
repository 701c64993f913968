using Flex.Domain.Places;

namespace Flex.Domain.Tests.Places;

public sealed class The_steps_of_a_place
{
    [Fact]
    public void Follow_from_the_decision_and_the_place_that_is_held()
    {
        Assert.Equal([PlaceStep.Confirm, PlaceStep.Release], PlaceSteps.Open(true, false, PlaceState.Reserved));
        Assert.Equal([PlaceStep.Release], PlaceSteps.Open(true, false, PlaceState.Confirmed));
        Assert.Equal([PlaceStep.Accept, PlaceStep.DeclineAndWait, PlaceStep.DeclineAndLeave], PlaceSteps.Open(false, true, PlaceState.Offered));
        Assert.Equal([PlaceStep.Offer, PlaceStep.StillWaits, PlaceStep.LeaveLine], PlaceSteps.Open(false, true, null));
        Assert.Equal([PlaceStep.Finish, PlaceStep.ReserveAgain, PlaceStep.WaitAgain], PlaceSteps.Open(true, false, null));
        Assert.Equal([PlaceStep.ReserveAgain, PlaceStep.WaitAgain], PlaceSteps.Open(true, false, null, done: true));
        Assert.Empty(PlaceSteps.Open(false, false, null));
    }

    [Fact]
    public void Have_a_code_a_label_and_a_sentence_each()
    {
        Assert.All(Enum.GetValues<PlaceStep>(), s => Assert.Equal(s, PlaceSteps.Parse(PlaceSteps.CodeOf(s))));
        Assert.Equal(Enum.GetValues<PlaceStep>().Length, Enum.GetValues<PlaceStep>().Select(PlaceSteps.LabelOf).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enum.GetValues<PlaceStep>().Length, Enum.GetValues<PlaceStep>().Select(PlaceSteps.DoneOf).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(PlaceSteps.Parse("iets anders"));
    }
}
