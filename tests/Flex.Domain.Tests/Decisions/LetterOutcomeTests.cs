using Flex.Domain.Decisions;
using Flex.Domain.Places;

namespace Flex.Domain.Tests.Decisions;

/// <summary>Outcome × kind of decision × state of the place: what a family reads is what is so.</summary>
public sealed class The_letter_of_a_decision_and_its_place
{
    private static readonly PlaceState?[] Places = [null, .. Enum.GetValues<PlaceState>().Select(p => (PlaceState?)p)];

    [Theory]
    [InlineData(null, LetterOutcome.Admitted)]
    [InlineData(PlaceState.Reserved, LetterOutcome.Admitted)]
    [InlineData(PlaceState.Confirmed, LetterOutcome.Admitted)]
    [InlineData(PlaceState.Lapsed, LetterOutcome.Lapsed)]
    [InlineData(PlaceState.Released, LetterOutcome.GivenBack)]
    [InlineData(PlaceState.ReturnedInPart, LetterOutcome.Stopped)]
    public void Admitted_says_that_she_can_take_part_only_while_there_is_a_place(PlaceState? place, LetterOutcome letter) =>
        Assert.All(Kinds, kind => Assert.Equal(letter, LetterOutcomes.Of(true, false, kind.AfterLapse, kind.FromList, place)));

    [Fact]
    public void Waiting_says_that_she_waits_or_is_offered_a_place_whatever_was_before() =>
        Assert.All(from place in Places from kind in Kinds select (place, kind), x => Assert.Equal(
            x.place == PlaceState.Offered ? LetterOutcome.Offered : x.kind.AfterLapse ? LetterOutcome.WaitsAgain : LetterOutcome.Waiting,
            LetterOutcomes.Of(false, true, x.kind.AfterLapse, x.kind.FromList, x.place)));

    [Fact]
    public void Refused_says_whose_choice_it_was() =>
        Assert.All(from place in Places from kind in Kinds select (place, kind), x => Assert.Equal(
            x.kind.FromList ? LetterOutcome.OwnChoice : LetterOutcome.Refused, LetterOutcomes.Of(false, false, x.kind.AfterLapse, x.kind.FromList, x.place)));

    [Theory]
    [InlineData(LetterOutcome.WaitsAgain, "U staat nu op de wachtlijst.")]
    [InlineData(LetterOutcome.OwnChoice, "U koos ervoor om niet mee te doen.")]
    [InlineData(LetterOutcome.GivenBack, "U hebt nu geen plaats meer.")]
    [InlineData(LetterOutcome.Stopped, "Deze hulp is nu voor u gestopt.")]
    public void Never_promises_or_regrets_what_is_not_so(LetterOutcome outcome, string says)
    {
        var text = string.Join(' ', LetterText.Of(new(outcome, null, [])).Paragraphs.SelectMany(p => p));
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.DoesNotContain("U kunt meedoen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Helaas", text, StringComparison.Ordinal);
    }

    private static IEnumerable<(bool AfterLapse, bool FromList)> Kinds => [(false, false), (true, false), (false, true)];
}
