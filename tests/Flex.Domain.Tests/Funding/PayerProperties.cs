using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Flex.Domain.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Flex.Domain.Tests.Funding;

/// <summary>What holds for every life, whatever happened in it.</summary>
public sealed class Any_life
{
    private static readonly FundingRules Rules = ALife.Rules with
    {
        Care = new(new(2023, 1, 1), new(2025, 10, 31)),
        PayingMunicipalities = new HashSet<string> { "GM0001" },
        Tariffs = [new(TariffKind.Hour, new(new(2020, 1, 1), null), new(59_33), "test"), new(TariffKind.Partus, new(new(2020, 1, 1), null), new(14_91), "test"), new(TariffKind.Flexible, new(new(2020, 1, 1), null), new(60_01), "test")],
    };

    [Fact]
    public void Has_exactly_one_line_for_every_quarter_of_every_contact_that_stands() => Holds(life =>
    {
        var given = StandingContacts.Of(life.Contacts).SelectMany(c => Enumerable.Range(c.From.Index, c.Length.Count).Select(q => (c.Id, q))).Order().ToList();
        var paid = Decide(life).Lines.SelectMany(l => Enumerable.Range(l.From.Index, l.Length.Count).Select(q => (l.Contact, q))).Order().ToList();
        return given.SequenceEqual(paid);
    });

    [Fact]
    public void Has_sources_that_together_are_all_hours() => Holds(life =>
        Decide(life) is var decision && Enum.GetValues<MoneySource>().Sum(s => decision.Hours(s).Count) == decision.Hours().Count && decision.Hours().Count == StandingContacts.Of(life.Contacts).Sum(c => c.Length.Count));

    [Fact]
    public void Ends_in_the_same_state_in_every_order_of_arrival() => Holds(life =>
    {
        var chance = new Random(life.Seed);
        var shuffled = life.Contacts.Concat(life.Contacts.Take(5)).OrderBy(_ => chance.Next()).ToArray();
        var facts = life.Life with { Indications = [.. life.Life.Indications.Reverse()], Extensions = [.. life.Life.Extensions.Reverse()], Insurers = [.. life.Life.Insurers.Reverse()], Admissions = [.. life.Life.Admissions.Reverse()] };
        return Decide(life).Lines.SequenceEqual(Payer.Decide(facts, shuffled, Rules).Lines);
    });

    [Fact]
    public void Keeps_every_quarter_before_an_added_contact_as_it_was() => Holds(life =>
    {
        var added = life.Another(new Random(life.Seed));
        var before = Quarters(Decide(life), until: added.From.Index);
        return before.SequenceEqual(Quarters(Payer.Decide(life.Life, [.. life.Contacts, added], Rules), until: added.From.Index));
    });

    [Fact]
    public void Comes_to_the_same_when_a_change_is_applied_as_a_difference() => Holds(life =>
    {
        var (before, after) = (Decide(life), Payer.Decide(life.Life with { Indications = [] }, [.. life.Contacts, life.Another(new Random(life.Seed))], Rules));
        var moved = Redecision.Between(before, after);
        return moved.On(before).Lines.SequenceEqual(after.Lines) && Redecision.Between(after, after).IsEmpty
            && Sum(after.Lines) - Sum(before.Lines) == Sum(moved.Added) - Sum(moved.Withdrawn);
    });

    [Fact]
    public void Is_paid_to_the_cent_by_who_pays_it() => Holds(life =>
        Decide(life).Lines.All(l => l.Care is null == (l.Outcome.Source == MoneySource.Nobody) && MoneyShares.Of(l) is var shares
            && (shares.Count == 0 ? l.Care is null || l.Contribution is null : shares.Sum(s => s.Amount.Value) == l.Care!.Value.Value && shares.All(s => s.Amount.Value >= 0))));

    // By another way: quarter by quarter, in quarters of a cent, rounded per contact, day and outcome.
    [Fact]
    public void Has_contributions_that_another_way_of_counting_finds_too() => Holds(life =>
    {
        var lines = Decide(life).Lines.Where(l => l.ContributionRate is not null).ToList();
        var counted = Quarters(new(lines), int.MaxValue).Sum(q => ALife.Rules.Contributions.Single(r => r.Period.Contains(Amsterdam.DayOf(new(q.Quarter)))).PerHour.Value);
        var exact = lines.Sum(l => l.Contribution!.Value.Value * 4);
        return Math.Abs(exact - counted) <= 2 * lines.Count && lines.All(l => l.Contribution == OwnContribution.Of(ALife.Rules.Contributions, l.Day, l.Length).Amount);
    });

    [Fact]
    public void Uses_no_more_than_was_indicated_and_no_policy_beyond_its_amount() => Holds(life =>
    {
        var decision = Decide(life);
        var most = life.Life.Indications.Select(i => i.Hours.Count).DefaultIfEmpty(0).Max();
        return decision.Lines.Where(l => l.Outcome.Reason == PayerReason.Indicated).Sum(l => l.Length.Count) <= most
            && life.Life.Covers.Where(c => c.Contribution?.AtMost is not null).All(c => decision.Lines
                .Where(l => l.Cover == c.Name && l.Outcome.Contribution == ContributionPayer.SupplementaryInsurance)
                .Sum(l => l.ContributionRate!.PerHour.Value * l.Length.Count) <= c.Contribution!.AtMost!.Value.Value * 4);
    });

    // A property over lives in which nothing happens says nothing.
    [Fact]
    public void Can_come_to_every_answer()
    {
        var found = Enumerable.Range(0, 600).SelectMany(seed => Decide(RandomLife.Of(seed)).Lines).Select(l => l.Outcome).ToHashSet();
        Assert.Equal(Enum.GetValues<PayerReason>(), found.Select(o => o.Reason).Distinct().Order());
        Assert.Equal(Enum.GetValues<NotInsured>(), found.Select(o => o.NotInsured).Distinct().Order());
        Assert.Equal(Enum.GetValues<ContributionPayer>(), found.Select(o => o.Contribution).Distinct().Order());
    }

    [Fact]
    public void Is_explained_in_Dutch() => Holds(life => Decide(life).Lines.All(l => PayerText.Of(l) is { Length: > 100 } text && !text.Contains("  ", StringComparison.Ordinal)));

    private static PayerDecision Decide(RandomLife life) => Payer.Decide(life.Life, life.Contacts, Rules);

    private static List<(int Quarter, Guid Contact, PayerOutcome Outcome)> Quarters(PayerDecision decision, int until) =>
        [.. decision.Lines.SelectMany(l => Enumerable.Range(l.From.Index, l.Length.Count).Where(q => q < until).Select(q => (q, l.Contact, l.Outcome))).OrderBy(q => q.q).ThenBy(q => q.Contact)];

    private static long Sum(IEnumerable<PayerLine> lines) => lines.Sum(l => l.Contribution?.Value ?? 0);

    private static void Holds(Func<RandomLife, bool> property) => Check.One(Seeded.Quick, Prop.ForAll(RandomLife.Any(), property));
}
