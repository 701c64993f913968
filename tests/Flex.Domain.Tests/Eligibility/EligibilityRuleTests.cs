using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;
using Xunit;

namespace Flex.Domain.Tests.Eligibility;

public sealed class Judging_a_condition
{
    private static readonly Facts Known = new(
        new(2022, 3, 31), new(2022, 4, 2), ClassSet.Vulnerable, "GM0001", "een", "zorg-a", null, 5, new Cents(3_000_000));

    [Theory]
    [InlineData(ClassSet.Vulnerable, Answer.Met)]
    [InlineData(ClassSet.Vulnerable | ClassSet.VeryVulnerable, Answer.Met)]
    [InlineData(ClassSet.SelfReliant, Answer.NotMet)]
    [InlineData(ClassSet.SelfReliant | ClassSet.Potential, Answer.NotMet)]
    [InlineData(ClassSet.Potential | ClassSet.Vulnerable, Answer.Unknown)]
    [InlineData(ClassSet.Vulnerable | ClassSet.Undefined, Answer.Unknown)]
    [InlineData(ClassSet.SelfReliant | ClassSet.Undefined, Answer.Unknown)]
    [InlineData(ClassSet.Undefined, Answer.Unknown)]
    [InlineData(ClassSet.None, Answer.Unknown)]
    public void On_class_asks_every_class_still_possible(ClassSet possible, Answer expected) =>
        Assert.Equal(expected, One(ConditionKind.ClassIn, Known with { Classes = possible }, "kwetsbaar", "zeer-kwetsbaar").Answer);

    [Theory]
    [InlineData("GM0001", Answer.Met)]
    [InlineData("GM0003", Answer.NotMet)]
    [InlineData(null, Answer.Unknown)]
    public void On_municipality_looks_in_the_list(string? municipality, Answer expected)
    {
        var reason = One(ConditionKind.MunicipalityIn, Known with { Municipality = municipality }, "GM0001", "GM0002");
        Assert.Equal((expected, municipality), (reason.Answer, reason.Code));
    }

    [Theory]
    [InlineData("een", Answer.Met)]
    [InlineData("ander", Answer.NotMet)]
    [InlineData(null, Answer.Unknown)]
    public void On_insurer_tells_a_known_other_from_left_empty(string? concern, Answer expected) =>
        Assert.Equal(expected, One(ConditionKind.InsurerConcernIn, Known with { InsurerConcern = concern }, "een", "twee").Answer);

    [Theory]
    [InlineData("zorg-a", null, Answer.Met, null)]
    [InlineData("zorg-b", null, Answer.NotMet, null)]
    [InlineData("zorg-b", "zorg-a", Answer.Met, "zorg-a")]
    [InlineData("zorg-b", "zorg-c", Answer.NotMet, null)]
    [InlineData(null, "zorg-a", Answer.Met, "zorg-a")]
    [InlineData(null, null, Answer.Unknown, null)]
    public void On_provider_is_also_met_by_care_taken_over(string? provider, string? takenOverBy, Answer expected, string? via)
    {
        var reason = One(ConditionKind.ProviderIn, Known with { Provider = provider, TakenOverBy = takenOverBy }, "zorg-a");
        Assert.Equal((expected, provider, via), (reason.Answer, reason.Code, reason.Via));
    }

    [Theory]
    [InlineData("2021-10-31", Answer.NotMet)]
    [InlineData("2021-11-01", Answer.Met)]
    [InlineData("2023-12-31", Answer.Met)]
    [InlineData("2024-01-01", Answer.NotMet)]
    public void On_period_takes_the_day_of_application_and_not_of_decision(string applied, Answer expected)
    {
        var facts = Known with { AppliedOn = DateOnly.ParseExact(applied, "yyyy-MM-dd"), DecidedOn = new(2030, 1, 1) };
        var condition = new Condition(ConditionKind.AppliedWithin, [], new DateRange(new(2021, 11, 1), new(2023, 12, 31)), null);
        var reason = Judge(facts, condition).Reasons[0];
        Assert.Equal((expected, long.Parse(applied.Replace("-", "", StringComparison.Ordinal))), (reason.Answer, reason.Number));
    }

    [Theory]
    [InlineData(1, Answer.Met)]
    [InlineData(0, Answer.NotMet)]
    [InlineData(null, Answer.Unknown)]
    public void On_places_needs_one(int? left, Answer expected) =>
        Assert.Equal((expected, (long?)left), AnswerAndNumber(One(ConditionKind.PlaceLeft, Known with { PlacesLeft = left })));

    [Theory]
    [InlineData(3_000_000L, Answer.Met)]
    [InlineData(3_000_001L, Answer.NotMet)]
    [InlineData(null, Answer.Unknown)]
    public void On_income_includes_the_bound(long? income, Answer expected)
    {
        var condition = new Condition(ConditionKind.IncomeAtMost, [], null, new Cents(3_000_000));
        var facts = Known with { Income = income is { } cents ? new Cents(cents) : null };
        Assert.Equal((expected, income), AnswerAndNumber(Judge(facts, condition).Reasons[0]));
    }

    [Theory]
    [InlineData("rijk")]
    [InlineData("onbekend")]
    [InlineData("niet-gedefinieerd")]
    public void Breaks_on_a_class_that_no_programme_can_ask_for(string code) =>
        Assert.Throws<ArgumentException>(() => One(ConditionKind.ClassIn, Known, code));

    private static (Answer, long?) AnswerAndNumber(Reason reason) => (reason.Answer, reason.Number);

    private static Reason One(ConditionKind kind, Facts facts, params string[] codes) =>
        Judge(facts, new Condition(kind, codes, null, null)).Reasons[0];

    private static Assessment Judge(Facts facts, params Condition[] conditions) =>
        EligibilityRule.Judge(new PillarCriteria(1, conditions), facts);
}

public sealed class Proposing_for_a_pillar
{
    private static readonly CompiledCriteria Criteria = CompiledCriteria.From(new(1, [
        new(ConditionKind.MunicipalityIn, ["GM0001"], null, null),
        new(ConditionKind.InsurerConcernIn, ["een"], null, null),
        new(ConditionKind.PlaceLeft, [], null, null)]));

    [Theory]
    [InlineData("GM0001", "een", 1, Proposal.Admit)]
    [InlineData("GM0001", "een", 0, Proposal.WaitForPlace)]
    [InlineData("GM0001", "een", null, Proposal.AskFirst)]
    [InlineData("GM0001", null, 1, Proposal.AskFirst)]
    [InlineData("GM0001", null, 0, Proposal.AskFirst)]
    [InlineData("GM0009", "een", 1, Proposal.Refuse)]
    [InlineData("GM0009", null, 1, Proposal.Refuse)]
    [InlineData("GM0009", "een", 0, Proposal.Refuse)]
    [InlineData("GM0009", null, null, Proposal.Refuse)]
    public void Refusal_outweighs_a_question_and_a_question_outweighs_waiting(string? gm, string? concern, int? left, Proposal expected)
    {
        var facts = new Facts(new(2022, 1, 1), new(2022, 1, 1), ClassSet.None, gm, concern, null, null, left, null);
        var assessment = EligibilityRule.Judge(Criteria, facts);
        Assert.Equal(expected, assessment.Proposal);
        Assert.Equal([0, 1, 2], assessment.Reasons.Select(r => r.Condition));
    }

    [Fact]
    public void Without_conditions_everybody_is_admitted() =>
        Assert.Equal(Proposal.Admit, EligibilityRule.Judge(new PillarCriteria(1, []), default).Proposal);

    [Fact]
    public void Allocates_less_than_a_kilobyte_per_case()
    {
        var facts = new Facts(new(2022, 1, 1), new(2022, 1, 1), ClassSet.Potential, "GM0001", "een", null, null, 3, null);
        EligibilityRule.Judge(Criteria, facts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            EligibilityRule.Judge(Criteria, facts);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000 * 1_024);
    }
}
