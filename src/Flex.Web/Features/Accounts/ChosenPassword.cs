using Flex.Domain.Accounts;
using Flex.Web.Data.Accounts;
using Flex.Web.Ui;

namespace Flex.Web.Features.Accounts;

/// <summary>A new password as it was typed, twice.</summary>
internal static class ChosenPassword
{
    /// <param name="own">What others know of this person.</param>
    public static List<FieldError> Errors(string password, string again, params IEnumerable<string> own) =>
        Passwords.Wrong(password, own) is { } wrong ? [new("wachtwoord", wrong)]
        : PasswordText.Plain(password) != PasswordText.Plain(again) ? [new("nogmaals", "Dit is niet hetzelfde wachtwoord. Typ het nog eens.")]
        : [];
}
