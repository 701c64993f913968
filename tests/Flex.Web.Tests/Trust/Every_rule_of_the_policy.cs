using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>The policy against the model, without pages: what is left of a dossier in which everything was said. A rule that could be turned around unseen would be no rule.</summary>
public sealed class Every_rule_of_the_policy(TestCluster cluster)
{
    private static readonly DataClass[] Classes = [.. Enum.GetValues<DataClass>().Except([DataClass.Log])];

    [Fact]
    public void Gives_what_the_model_and_what_was_chosen_give() => Assert.Equal([], Differences(AccessPolicy.Rules));

    [Fact]
    public void Turned_around_is_seen()
    {
        var flips = Flips().ToList();
        var unseen = flips.Where(f => !Differences(f.Rules).Any()).Select(f => f.What).ToList();

        Assert.True(flips.Count > 150, $"only {flips.Count} flips");
        Assert.True(unseen.Count * 20 <= flips.Count, $"{unseen.Count} of {flips.Count} are not seen: {string.Join("; ", unseen)}");
    }

    // The lists show class and decision beside the name, without asking of each line by which relation it is reached.
    [Fact]
    public void That_gives_the_name_gives_the_class_and_the_decision() => Assert.All(AccessPolicy.Rules.Where(r => r.Class == DataClass.Identity), r =>
        Assert.Equal((Sight.Full, Sight.Full), (AccessPolicy.For(r.Role, [r.Relation])[DataClass.RiskClass], AccessPolicy.For(r.Role, [r.Relation])[DataClass.Outcome])));

    [Fact]
    public async Task Reaches_by_the_same_relations_as_the_database_does_by_its_own()
    {
        await using var database = await cluster.Clone();
        foreach (var role in TheModel.Roles)
        {
            var kinds = (string[])(await database.AsAdmin($"set flex.role = '{role}'; select reaching_kinds()"))!;
            Assert.Equal(AccessPolicy.KindsOf(role).Select(RelationCodes.CodeOf).Order(StringComparer.Ordinal), kinds.Order(StringComparer.Ordinal));
        }
    }

    // What a role in one relation is left with, where it differs from what it should be.
    private static IEnumerable<string> Differences(IReadOnlyList<AccessRule> rules) =>
        from role in TheModel.Roles
        from kind in Enum.GetValues<RelationKind>()
        let left = Left(rules, role, kind)
        from data in Chosen.Data
        where left.Contains(data) != Chosen.Sees(role, RelationCodes.CodeOf(kind), data)
        select $"{role} {RelationCodes.CodeOf(kind)} {data}";

    private static HashSet<string> Left(IReadOnlyList<AccessRule> rules, string role, RelationKind kind) => AccessPolicy.KindsOf(rules, role).Contains(kind)
        ? [.. WholeRecord.Left(SeenRecord.Of(WholeRecord.Through(kind), new Actor("a", "A", role, "o"), AccessPolicy.For(rules, role, [kind])))]
        : [];

    // Each rule taken away; each class that a relation does not give, given; each relation that reaches nothing, reaching; each degree made another.
    private static IEnumerable<(string What, IReadOnlyList<AccessRule> Rules)> Flips()
    {
        var rules = AccessPolicy.Rules;
        foreach (var rule in rules)
        {
            yield return ($"without {rule}", [.. rules.Where(r => r != rule)]);
        }

        foreach (var (role, kind) in from role in TheModel.Roles from kind in Enum.GetValues<RelationKind>() select (role, kind))
        {
            var reached = AccessPolicy.KindsOf(role).Contains(kind);
            foreach (var added in Classes.Where(c => reached ? !rules.Any(r => (r.Role, r.Relation, r.Class) == (role, kind, c)) : c == DataClass.Identity).Select(c => new AccessRule(role, kind, c, Sight.Full)))
            {
                yield return ($"with {added}", [.. rules, added]);
            }
        }

        foreach (var rule in rules.Where(r => r.Class is DataClass.Application or DataClass.Hours or DataClass.Notes))
        {
            var other = rule with { Sight = rule.Sight == Sight.Full ? Sight.Summary : Sight.Full };
            yield return ($"{rule} as {other.Sight}", [.. rules.Select(r => r == rule ? other : r)]);
        }
    }
}
