using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Tests.Support;
using Flex.Domain.Vulnerability;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Flex.Domain.Tests.Eligibility;

public sealed class A_dry_run_of_changed_criteria
{
    private static readonly Facts Known = new(new(2022, 3, 31), new(2022, 4, 2), ClassSet.Vulnerable, "GM0001", "een", "zorg-a", null, 5, null);
    private static readonly Condition Class = Of(ConditionKind.ClassIn, "kwetsbaar", "zeer-kwetsbaar");
    private static readonly Condition Here = Of(ConditionKind.MunicipalityIn, "GM0001");
    private static readonly Condition There = Of(ConditionKind.MunicipalityIn, "GM0002");
    private static readonly Condition Place = Of(ConditionKind.PlaceLeft);
    private static readonly Condition Income = new(ConditionKind.IncomeAtMost, [], null, new Cents(3_000_000));

    [Fact]
    public void Names_the_condition_that_turned_the_proposal()
    {
        var answer = Run([Class, Here], [Class, There], Known);

        Assert.Equal((Proposal.Admit, Proposal.Refuse, true), (answer.Then, answer.Now, answer.Differs));
        Assert.Equal((ConditionKind.MunicipalityIn, Answer.Met, Answer.NotMet), Answers(Assert.Single(answer.Why)));
    }

    [Fact]
    public void Says_nothing_where_the_proposal_stays_the_same()
    {
        var answer = Run([Class, There], [Of(ConditionKind.ClassIn, "zelfredzaam"), There], Known);

        Assert.Equal((Proposal.Refuse, Proposal.Refuse), (answer.Then, answer.Now));
        Assert.Empty(answer.Why);
    }

    [Fact]
    public void Names_a_condition_that_is_no_longer_asked()
    {
        var answer = Run([Class, There], [Class], Known);

        Assert.Equal(Proposal.Admit, answer.Now);
        Assert.Equal((ConditionKind.MunicipalityIn, Answer.NotMet, (Answer?)null), Answers(Assert.Single(answer.Why)));
    }

    [Fact]
    public void Names_a_condition_that_was_not_asked_before_and_only_when_it_is_not_met()
    {
        var answer = Run([Class], [Class, Here, Income], Known);

        Assert.Equal(Proposal.AskFirst, answer.Now);
        Assert.Equal((ConditionKind.IncomeAtMost, (Answer?)null, Answer.Unknown), Answers(Assert.Single(answer.Why)));
    }

    [Fact]
    public void Takes_the_places_that_were_left_on_the_day_itself()
    {
        Assert.Equal(Proposal.WaitForPlace, Run([Class, There, Place], [Class, Here, Place], Known with { PlacesLeft = 0 }).Now);
        Assert.Equal(Proposal.Admit, Run([Class, There, Place], [Class, Here, Place], Known with { PlacesLeft = 1 }).Now);
    }

    [Fact]
    public void Compares_with_what_was_proposed_then_and_not_with_what_the_rule_would_say_of_it_today()
    {
        var reasons = EligibilityRule.Judge(Criteria([Class, Here]), Known).Reasons;

        var answer = DryRun.Judge(Criteria([Class, Here]), Known, Proposal.Refuse, reasons);

        Assert.Equal((Proposal.Refuse, Proposal.Admit), (answer.Then, answer.Now));
    }

    // Whatever is combined: a difference always has a reason, every reason is a turned answer, and no difference has none.
    [Fact]
    public void Always_has_a_reason_for_a_difference()
    {
        Condition[] pool = [Class, Here, There, Place, Income, Of(ConditionKind.InsurerConcernIn, "twee"), Of(ConditionKind.ClassIn, "zelfredzaam")];
        var some = Gen.SubListOf(pool).Select(c => c.ToList());
        var facts = Gen.Elements<string?>("GM0001", "GM0002", null).SelectMany(
            town => Gen.Elements(ClassSet.None, ClassSet.Vulnerable, ClassSet.SelfReliant, ClassSet.SelfReliant | ClassSet.Vulnerable).SelectMany(
                set => Gen.Choose(0, 1).Select(left => Known with { Municipality = town, Classes = set, PlacesLeft = left })));
        Check.One(Seeded.Quick, Prop.ForAll(some.SelectMany(then => some.SelectMany(now => facts.Select(f => (then, now, f)))).ToArbitrary(), x =>
        {
            var answer = Run(x.then, x.now, x.f);
            return answer.Differs == answer.Why.Count > 0
                && answer.Now == EligibilityRule.Judge(Criteria(x.now), x.f).Proposal
                && answer.Why.All(w => w.Then?.Answer != w.Now?.Answer);
        }));
    }

    [Theory]
    [InlineData(Answer.NotMet, Answer.Met, "Woonplaats: voldeed niet, zou voldoen. Woont in Dorp.")]
    [InlineData(null, Answer.Unknown, "Woonplaats: werd niet gevraagd, zou onbekend zijn. Woont in Dorp.")]
    [InlineData(Answer.Unknown, null, "Woonplaats: was onbekend, zou niet meer gevraagd worden. Woont in Dorp.")]
    [InlineData(Answer.Met, Answer.NotMet, "Woonplaats: voldeed, zou niet voldoen. Woont in Dorp.")]
    public void Says_in_Dutch_what_turned(Answer? then, Answer? now, string expected)
    {
        var turn = new ConditionTurn(ConditionKind.MunicipalityIn, Town(then), Town(now));

        Assert.Equal(expected, DryRunText.Of(turn, There, new(_ => "Dorp", c => c, c => c)));

        static Reason? Town(Answer? answer) => answer is { } given ? new Reason(0, ConditionKind.MunicipalityIn, given, "GM0002", null, null) : null;
    }

    [Fact]
    public void Counts_what_was_and_what_would_be()
    {
        var (one, two) = (new ProposalTurns(), new ProposalTurns());
        one.Add(Proposal.Admit, Proposal.Admit);
        one.Add(Proposal.Admit, Proposal.Refuse);
        two.Add(Proposal.Refuse, Proposal.Admit);
        two.Add(Proposal.AskFirst, Proposal.Admit);
        one.Add(two);

        Assert.Equal((4, 3), (one.Cases, one.Different));
        Assert.Equal((2, 3, 2), (one.Then(Proposal.Admit), one.Now(Proposal.Admit), one.Newly(Proposal.Admit)));
        Assert.Equal((1, 1, 1), (one.Then(Proposal.Refuse), one.Now(Proposal.Refuse), one.Newly(Proposal.Refuse)));
        Assert.Equal((0, 0), (one.Now(Proposal.AskFirst), one.Newly(Proposal.WaitForPlace)));
    }

    private static (ConditionKind Kind, Answer? Then, Answer? Now) Answers(ConditionTurn turn) => (turn.Kind, turn.Then?.Answer, turn.Now?.Answer);

    private static DryRunAnswer Run(IReadOnlyList<Condition> then, IReadOnlyList<Condition> now, Facts facts)
    {
        var judged = EligibilityRule.Judge(Criteria(then), facts);
        return DryRun.Judge(Criteria(now), facts, judged.Proposal, judged.Reasons);
    }

    private static CompiledCriteria Criteria(IReadOnlyList<Condition> conditions) => CompiledCriteria.From(new(1, conditions));

    private static Condition Of(ConditionKind kind, params string[] codes) => new(kind, codes, null, null);
}
