using Flex.Domain.Accounts;

namespace Flex.Domain.Tests.Accounts;

public sealed class A_new_password
{
    [Theory]
    [InlineData("paars fietst de maan")]
    [InlineData("tafelkipregen")]
    [InlineData("ééntweedrieën")]
    [InlineData("                 x1y2z3")]
    public void Needs_no_capital_digit_or_sign(string password) => Assert.Null(PasswordText.Wrong(password, "Test-Persoon", "test@flex.example"));

    [Theory]
    [InlineData("")]
    [InlineData("kort wel zo")]
    [InlineData("éééééééééé1")]
    [InlineData("🙂🙃🙂🙃🙂🙃")] // twelve half characters are six
    public void Is_at_least_twelve_characters(string password) => Assert.Contains("minstens 12", PasswordText.Wrong(password), StringComparison.Ordinal);

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklmno")]
    [InlineData("Welkom2026!!!!")]
    [InlineData("WACHTWOORD123")]
    [InlineData("Kraamzorg-2026")]
    [InlineData("Test-Persoon1")]
    [InlineData("test@flex.example")]
    public void Is_none_that_is_tried_first(string password) => Assert.Contains("makkelijk te raden", PasswordText.Wrong(password, "Test-Persoon", "test@flex.example"), StringComparison.Ordinal);

    [Fact]
    public void Is_the_same_however_its_letters_were_put_together() => Assert.Equal(PasswordText.Plain("caf\u00e9 aan zee 12"), PasswordText.Plain("cafe\u0301 aan zee 12"));
}
