using Flex.Domain.Statistics;
using Xunit;

namespace Flex.Domain.Tests.Statistics;

public sealed class A_published_number
{
    [Theory]
    [InlineData("82", 82, 0, false)]
    [InlineData("1.234", 1234, 0, false)]
    [InlineData("31,1 %", 31.1, 1, true)]
    [InlineData("45 %", 45, 0, true)]
    [InlineData("29,0 %", 29, 1, true)]
    public void Is_read_and_written_as_printed(string text, double value, int decimals, bool percent)
    {
        var printed = Printed.Parse(text)!.Value;

        Assert.Equal(new Printed((decimal)value, decimals, percent), printed);
        Assert.Equal(text, printed.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("ongeveer 3")]
    [InlineData("3,5")]
    [InlineData("-3")]
    public void Is_nothing_else(string text) => Assert.Null(Printed.Parse(text));

    [Theory]
    [InlineData("31,0 %", 40, 129, "31,0 %")]
    [InlineData("48 %", 57, 120, "48 %")] // 47,5: half goes away from zero
    [InlineData("66 %", 79, 120, "66 %")] // 65,83
    [InlineData("6,9 %", 9, 131, "6,9 %")]
    [InlineData("82", 81, 133, "81")]
    public void Rounds_what_is_computed_to_its_own_precision(string printed, long count, long n, string computed) =>
        Assert.Equal(computed, Printed.Parse(printed)!.Value.Of(count, n).ToString());

    [Fact]
    public void Has_no_share_of_nobody() => Assert.Null(Printed.Parse("5 %")!.Value.Of(0, 0));
}

public sealed class Comparing_with_a_publication
{
    private static readonly PublishedValue Two = new("2", Printed.Parse("31,1 %")!.Value, new(Printed.Parse("31,0 %")!.Value, "naar boven afgerond om 100 % te maken"));

    [Fact]
    public void Agrees_at_the_printed_precision()
    {
        var compared = Reproduction.Compare(new PublishedValue("k", Printed.Parse("29,8 %")!.Value, null), 39, 131);

        Assert.Equal((Verdict.Agrees, 0m), (compared.Verdict, compared.Difference));
    }

    [Fact]
    public void Explains_exactly_the_known_difference()
    {
        var compared = Reproduction.Compare(Two, 40, 129);

        Assert.Equal((Verdict.DiffersAsExplained, -0.1m), (compared.Verdict, compared.Difference));
        Assert.Equal("naar boven afgerond om 100 % te maken", compared.Because);
    }

    [Theory]
    [InlineData(39, 128)]
    [InlineData(40, 128)]
    [InlineData(0, 0)]
    public void Explains_no_other_difference(long count, long n)
    {
        var compared = Reproduction.Compare(Two, count, n);

        Assert.Equal(Verdict.Differs, compared.Verdict);
        Assert.Null(compared.Because);
    }

    [Fact]
    public void Says_what_is_not_published_and_what_may_not_be_shown()
    {
        Assert.Equal(Verdict.NotPublished, Reproduction.Compare((PublishedValue?)null, 3, 40).Verdict);
        Assert.Equal(Verdict.NotShown, Reproduction.Compare(Two, null, 129).Verdict);
        Assert.Equal(Verdict.NotShown, Reproduction.Compare(Two, 40, null).Verdict);
        Assert.Equal(Verdict.Agrees, Reproduction.Compare(new PublishedTotal(131, "afgeleid"), 131).Verdict);
        Assert.Equal(Verdict.Differs, Reproduction.Compare(new PublishedTotal(131, "afgeleid"), 130).Verdict);
    }

    [Fact]
    public void Takes_named_categories_for_the_most_common_only_when_all_others_are_rarer()
    {
        (string, long?)[] counts = [("a", 27), ("b", 23), ("c", 13), ("d", 12)];

        Assert.True(Reproduction.AreMostCommon(["c", "a", "b"], counts));
        Assert.False(Reproduction.AreMostCommon(["a", "d"], counts));
        Assert.False(Reproduction.AreMostCommon(["a", "b", "d"], [("a", 27), ("b", 23), ("c", 13), ("d", 13)]));
        Assert.False(Reproduction.AreMostCommon(["a", "gone"], counts));
        Assert.Null(Reproduction.AreMostCommon(["a"], [("a", 27), ("b", null)]));
    }
}
