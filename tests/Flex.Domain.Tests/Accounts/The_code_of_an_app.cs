using System.Text;
using Flex.Domain.Accounts;

namespace Flex.Domain.Tests.Accounts;

public sealed class The_code_of_an_app
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B (SHA-1), the last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Is_that_of_the_standard(long second, string code) =>
        Assert.Equal(code, OneTimeCode.At(Secret, OneTimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Is_taken_from_a_clock_that_is_half_a_minute_off(int steps, bool taken)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        Assert.Equal(taken ? OneTimeCode.StepOf(at) + steps : null, OneTimeCode.Match(Secret, OneTimeCode.At(Secret, OneTimeCode.StepOf(at) + steps), at, used: 0));
    }

    [Fact]
    public void Is_worth_nothing_once_it_was_used()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = OneTimeCode.StepOf(at);
        Assert.Null(OneTimeCode.Match(Secret, OneTimeCode.At(Secret, step), at, used: step));
        Assert.Null(OneTimeCode.Match(Secret, OneTimeCode.At(Secret, step - 1), at, used: step));
        Assert.Equal(step + 1, OneTimeCode.Match(Secret, OneTimeCode.At(Secret, step + 1), at, used: step));
    }

    // RFC 4648, section 10, without the padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Comes_from_a_secret_written_as_the_standard_says(string bytes, string text) => Assert.Equal(text, Base32.Of(Encoding.ASCII.GetBytes(bytes)));
}
