using Flex.Domain.Trust;

namespace Flex.Domain.Tests.Trust;

/// <summary>What goes out with names is what the policy gives in full to whoever gets it.</summary>
public sealed class A_file_with_names
{
    public static TheoryData<string> Kinds => [.. NamedFiles.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Holds_nothing_that_who_keeps_the_record_does_not_see_in_full(string kind)
    {
        var sights = AccessPolicy.For(NamedFiles.Role, [RelationKind.Intake]);

        Assert.All(NamedFiles.Kinds[kind], c => Assert.Equal(Sight.Full, sights[c]));
    }

    [Fact]
    public void Holds_no_answers_which_that_policy_gives_nobody_in_full() =>
        Assert.DoesNotContain(NamedFiles.Kinds.Values, classes => classes.Contains(DataClass.Answers));
}
