using Flex.Domain.CareHours;
using Flex.Domain.Eligibility;
using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Xunit;

namespace Flex.Domain.Tests.Shared;

public sealed class Every_value_has_its_own_Dutch_text
{
    [Fact]
    public void Of_a_factor_state() => Complete<FactorState>(WeighingText.Of);

    [Fact]
    public void Of_a_judgement() => Complete<ProtectiveJudgement>(WeighingText.Of);

    [Fact]
    public void Of_a_reason_for_a_class() => Complete<WeighingReason>(WeighingText.Of);

    [Fact]
    public void Of_every_set_of_questions()
    {
        Assert.Null(WeighingText.Of(Settles.None));
        Assert.Equal(7, Enumerable.Range(1, 7).Select(i => WeighingText.Of((Settles)i)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Of_every_set_of_classes() =>
        Assert.Equal(32, Enumerable.Range(0, 32).Select(i => ClassText.AnyOf((ClassSet)i)).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Of_a_proposal() => Complete<Proposal>(EligibilityText.Of);

    [Fact]
    public void Of_a_proposal_in_a_table() => Complete<Proposal>(DryRunText.Of);

    [Fact]
    public void Of_an_answer() => Complete<Answer>(EligibilityText.Of);

    [Fact]
    public void Of_a_kind_of_condition() => Complete<ConditionKind>(EligibilityText.Of);

    [Fact]
    public void Of_every_kind_of_condition_with_every_answer()
    {
        var names = new ReasonNames(c => c, c => c, c => c);
        foreach (var kind in Enum.GetValues<ConditionKind>())
        {
            foreach (var answer in Enum.GetValues<Answer>())
            {
                var text = EligibilityText.Of(new Reason(0, kind, answer, null, null, null), new Condition(kind, [], null, null), names);
                Assert.EndsWith($": {EligibilityText.Of(answer)}.", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Of_a_refusal_of_own_contribution() =>
        Complete<OwnContributionRefusal>(r => OwnContributionText.Of(r, new(2027, 1, 1)));

    [Fact]
    public void Of_whose_money_it_is() => Complete<MoneySource>(PayerText.Of);

    [Fact]
    public void Of_why_it_is() => Complete<PayerReason>(PayerText.Of);

    [Fact]
    public void Of_why_the_insurance_does_not_pay() => Complete<NotInsured>(because => PayerText.Of(because) ?? "ja");

    [Fact]
    public void Of_who_pays_the_contribution() => Complete<ContributionPayer>(PayerText.Of);

    [Fact]
    public void Of_a_problem_with_bins() => Complete<HourBinsProblem>(HourBinsText.Of);

    private static void Complete<T>(Func<T, string> text)
        where T : struct, Enum
    {
        var texts = Enum.GetValues<T>().Select(text).ToList();
        Assert.All(texts, t => Assert.False(string.IsNullOrWhiteSpace(t)));
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.Ordinal).Count());
    }
}
