using Flex.Domain.Decisions;
using Flex.Domain.Dossiers;
using Xunit;

namespace Flex.Domain.Tests.Decisions;

public sealed class A_letter_on_paper
{
    [Theory]
    [InlineData("brief", false, LetterAllowed.Yes)]
    [InlineData("telefoon brief", false, LetterAllowed.Yes)]
    [InlineData("mail", false, LetterAllowed.OtherWays)]
    [InlineData("sms telefoon", false, LetterAllowed.OtherWays)]
    [InlineData("telefoon", false, LetterAllowed.NothingWritten)]
    [InlineData("professional", false, LetterAllowed.NothingWritten)]
    [InlineData("", false, LetterAllowed.NothingWritten)]
    [InlineData(null, false, LetterAllowed.NotAsked)]
    [InlineData("brief", true, LetterAllowed.Ended)]
    [InlineData(null, true, LetterAllowed.Ended)]
    public void Leaves_only_for_a_family_that_chose_letters(string? means, bool ended, LetterAllowed allowed) =>
        Assert.Equal(allowed, LetterRule.Of(means is null ? null : new SafeContact(means.Split(' ', StringSplitOptions.RemoveEmptyEntries), null, "niemand"), ended));

    [Fact]
    public void That_may_not_leave_says_why()
    {
        Assert.Null(LetterRule.Text(LetterAllowed.Yes));
        var said = Enum.GetValues<LetterAllowed>().Where(a => a != LetterAllowed.Yes).Select(a => LetterRule.Text(a)!).ToList();
        Assert.All(said, text => Assert.Contains("geef hem niet mee", text, StringComparison.Ordinal));
        Assert.Equal(4, said.Distinct(StringComparer.Ordinal).Count());
    }
}
