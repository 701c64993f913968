using Flex.Domain.Consents;

namespace Flex.Domain.Tests.Consents;

public class ConsentStateTests
{
    // Whose; answers as capacity:answer, oldest first (moeder! says that nobody else has authority); what holds when nobody asked counts and when it does not.
    [Theory]
    [InlineData("moeder", "", true, false)]
    [InlineData("moeder", "moeder:ja", true, true)]
    [InlineData("moeder", "moeder:nee", false, false)]
    [InlineData("moeder", "moeder:ja moeder:ingetrokken", false, false)]
    [InlineData("moeder", "moeder:nee moeder:ja", true, true)]
    [InlineData("moeder", "minderjarige:ja mentor:nee", false, false)]
    [InlineData("kind", "", true, false)]
    [InlineData("kind", "moeder:ja", false, false)]
    [InlineData("kind", "moeder!:ja", true, true)]
    [InlineData("kind", "moeder:ja andere-ouder:ja", true, true)]
    [InlineData("kind", "andere-ouder:ja", false, false)]
    [InlineData("kind", "moeder!:ja andere-ouder:nee", false, false)]
    [InlineData("kind", "moeder:ja andere-ouder:ja moeder:ingetrokken", false, false)]
    [InlineData("kind", "moeder:ja andere-ouder:ja andere-ouder:ingetrokken", false, false)]
    [InlineData("partner", "partner:ja", true, true)]
    [InlineData("partner", "partner:nee", false, false)]
    public void Says_who_may_be_in_the_evaluation(string whose, string answers, bool whenUnaskedCounts, bool whenUnaskedDoesNot)
    {
        var state = new ConsentState(answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => Answer(ConsentCodes.Evaluation, whose, null, a)));

        Assert.Equal((whenUnaskedCounts, whenUnaskedDoesNot), (state.MayEvaluate(whose, withoutAnswer: true), state.MayEvaluate(whose, withoutAnswer: false)));
    }

    [Fact]
    public void Keeps_the_questions_apart()
    {
        var state = new ConsentState([Answer(ConsentCodes.Share, ConsentWhose.Mother, "a", "moeder:ja"), Answer(ConsentCodes.Share, ConsentWhose.Mother, "b", "moeder:ja"), Answer(ConsentCodes.Share, ConsentWhose.Mother, "b", "moeder:ingetrokken")]);

        Assert.True(state.MayShare("a"));
        Assert.False(state.MayShare("b"));
        Assert.False(state.MayShare("c"));
        Assert.Null(state.Of(ConsentCodes.Evaluation, ConsentWhose.Mother));
        Assert.False(state.MayEvaluate(ConsentWhose.Mother, withoutAnswer: false));
    }

    private static Consent Answer(string subject, string whose, string? party, string said)
    {
        var (capacity, answer) = (said.Split(':')[0], said.Split(':')[1]);
        return new(subject, whose, party, answer, "1", "nl", capacity.TrimEnd('!'), null, "gesprek", false, new(2023, 5, 1), whose == ConsentWhose.Child ? capacity.EndsWith('!') : null);
    }
}
