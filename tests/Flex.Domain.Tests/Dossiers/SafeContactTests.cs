using Flex.Domain.Dossiers;

namespace Flex.Domain.Tests.Dossiers;

public sealed class SafeContactTests
{
    [Theory]
    [InlineData("telefoon|mail", "partner", "telefoon,mail partner")]
    [InlineData("mail|telefoon|mail", "niemand", "telefoon,mail niemand")]
    [InlineData("geen", null, " onbekend")]
    [InlineData("geen|telefoon", "niemand", "telefoon niemand")]
    [InlineData("professional", "niemand", "professional niemand")]
    public void What_was_said_is_kept(string means, string? along, string expected)
    {
        var read = Reading(("contact", means), ("contact_leest_mee", along));
        var said = SafeContactText.Parse(read, required: true)!;
        Assert.Empty(read.Problems);
        Assert.Equal(expected, $"{string.Join(',', said.Means)} {said.ReadsAlong}");
    }

    [Theory]
    [InlineData(null, null, null, "contact")]
    [InlineData("geen|sms", "niemand", null, "contact")]
    [InlineData("postduif", "niemand", null, "contact")]
    [InlineData("mail", null, null, "contact_leest_mee")]
    [InlineData("mail", "buurman", null, "contact_leest_mee")]
    [InlineData("mail", "niemand", "haar nummer is 999911120", "contact_moment")]
    public void What_cannot_be_obeyed_is_asked_again(string? means, string? along, string? moment, string field)
    {
        var read = Reading(("contact", means), ("contact_leest_mee", along), ("contact_moment", moment));
        SafeContactText.Parse(read, required: true);
        Assert.Equal([field], read.Problems.Select(p => p.Field));
    }

    [Fact]
    public void A_moment_of_more_than_200_characters_is_too_long()
    {
        var read = Reading(("contact", "mail"), ("contact_leest_mee", "niemand"), ("contact_moment", new string('a', 201)));
        SafeContactText.Parse(read, required: true);
        Assert.Contains("te lang", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_asked_of_who_was_not_asked() => Assert.Null(SafeContactText.Parse(Reading(), required: false));

    [Fact]
    public void Only_what_leaves_something_to_read_is_written()
    {
        Assert.False(new SafeContact(["telefoon", "professional"], null, "niemand").AllowsWriting);
        Assert.True(new SafeContact(["brief"], null, "niemand").AllowsWriting);
        Assert.False(new SafeContact([], null, "onbekend").Allows("telefoon"));
        Assert.Equal("bellen en e-mail", SafeContactCodes.Words(["mail", "telefoon"]));
    }

    private static FieldReader Reading(params (string Name, string? Value)[] fields) => new(name => Array.Find(fields, f => f.Name == name).Value, new DateOnly(2023, 5, 15));
}
