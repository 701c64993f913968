using Flex.Domain.Tests.Support;
using Flex.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Flex.Domain.Tests.Shared;

public sealed class Reading_a_bsn
{
    [Theory]
    [InlineData("123456782", "123456782")]
    [InlineData("111222333", "111222333")]
    [InlineData("999990019", "999990019")]
    [InlineData(" 1234.567-82 ", "123456782")]
    [InlineData("10000008", "010000008")] // eight digits, padded; its sum is zero
    public void Takes_a_number_that_passes_the_elfproef(string text, string digits) =>
        Assert.Equal(digits, Bsn.TryParse(text)?.Digits);

    [Theory]
    [InlineData("000000000")]
    [InlineData("00000000")]
    [InlineData("123456789")]
    [InlineData("1234567")]
    [InlineData("1234567820")]
    [InlineData("12345678a")]
    [InlineData("١٢٣٤٥٦٧٨٢")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_what_fails_it(string? text) => Assert.Null(Bsn.TryParse(text));

    [Fact]
    public void Sees_every_single_wrong_digit() =>
        Check.One(Seeded.Quick, Prop.ForAll(Valid(), Gen.Choose(0, 8).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (bsn, place, shift) =>
        {
            var digits = bsn.ToCharArray();
            digits[place] = (char)('0' + ((digits[place] - '0' + shift) % 10));
            return Bsn.TryParse(new string(digits)) is null;
        }));

    [Fact]
    public void Never_prints_itself() => Assert.DoesNotContain("123456782", $"{Bsn.TryParse("123456782")}", StringComparison.Ordinal);

    private static Arbitrary<string> Valid() =>
        Gen.Choose(10_000_000, 999_999_999).Select(n => n.ToString("D9")).Where(n => Bsn.TryParse(n) is not null).ToArbitrary();
}
