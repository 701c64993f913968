using Flex.Domain.Shared;
using Flex.Domain.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Flex.Domain.Tests.Shared;

public sealed class Looking_for_a_bsn_in_a_text
{
    private static readonly int[][] Groups = [[9], [3, 3, 3], [4, 2, 3], [3, 2, 4], [2, 2, 2, 3], [1, 2, 3, 3], [8], [2, 3, 3], [4, 4], [3, 5]];

    [Theory]
    [InlineData("999990019")]
    [InlineData("haar bsn:999990019.")]
    [InlineData("BSN999990019")]
    [InlineData("9999.90.019")]
    [InlineData("999 - 990 - 019")]
    [InlineData("kind 2 999990019 1 keer")]
    [InlineData("30 999 990 019")]
    [InlineData("geboren 12-03-1990 999990019")]
    [InlineData("999990019 06-12345678")]
    [InlineData("10000008")]
    public void Finds_it(string text) => Assert.True(Bsn.In(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("6411 AB")]
    [InlineData("RZL-A-001")]
    [InlineData("123456789")] // fails the elfproef
    [InlineData("1999990019")]
    [InlineData("999990019-1")]
    [InlineData("NL91ABNA0417164300")]
    public void Finds_none(string? text) => Assert.False(Bsn.In(text));

    [Fact]
    public void Misses_no_formatted_one() =>
        Check.One(Seeded.Quick.WithMaxTest(1000), Prop.ForAll(Formatted().ToArbitrary(), Around().ToArbitrary(), (bsn, around) => Bsn.In(around.Replace("#", bsn, StringComparison.Ordinal))));

    [Fact]
    public void Takes_no_day_for_one() =>
        Check.One(Seeded.Quick.WithMaxTest(2000), Prop.ForAll(Gen.Choose(0, 73_000).ToArbitrary(), Around().ToArbitrary(), (days, around) =>
            new[] { "dd-MM-yyyy", "d-M-yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "dd-MM-yyyy' - 'dd-MM-yyyy", "dd-MM-yyyy' 3 keer'" }.All(format =>
                !Bsn.In(around.Replace("#", new DateOnly(1900, 1, 1).AddDays(days).ToString(format), StringComparison.Ordinal)))));

    [Fact]
    public void Takes_no_telephone_number_for_one() =>
        Check.One(Seeded.Quick.WithMaxTest(2000), Prop.ForAll(Gen.Choose(100_000_000, 999_999_999).ToArbitrary(), Around().ToArbitrary(), (n, around) =>
            new[] { "0000000000", "00-00000000", "000-0000000", "0000-000000", "00 00 00 00 00", "000 000 00 00", "00 0000 0000" }.All(format =>
                !Bsn.In(around.Replace("#", n.ToString(format), StringComparison.Ordinal)))
            && !Bsn.In($"+31 {n:0 00000000}") && !Bsn.In($"+31{n}")));

    [Fact]
    public void Takes_no_id_for_one() =>
        Check.One(Seeded.Quick.WithMaxTest(2000), Prop.ForAll<Guid>(id => !Bsn.In($"dossier {id}")));

    private static Gen<string> Around() => Gen.Elements("#", "op #.", "(#)", "zie: #, 6411 AB", "2 x # 1 x", "a#b");

    private static Gen<string> Formatted() =>
        from groups in Gen.Elements(Groups)
        let longest = groups.Sum() == 9
        from number in Gen.Choose(10_000_000, longest ? 999_999_999 : 99_999_999).Select(n => n.ToString(longest ? "D9" : "D8")).Where(n => Bsn.TryParse(n) is not null)
        from between in Gen.Elements(" ", ".", "-", "\u00A0", " - ")
        select string.Join(between, groups.Select((length, i) => number.Substring(groups[..i].Sum(), length)));
}
