using Flex.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Flex.Web.Data.Accounts;

/// <summary>Passwords, hashed by ASP.NET Core Identity (PBKDF2, HMAC-SHA-512) as often as OWASP asks.</summary>
internal static class Passwords
{
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // For an address without an account: no answer comes sooner because there is nobody.
    private static readonly Lazy<string> Nobodys = new(() => Hasher.HashPassword("", Guid.Empty.ToString()));

    public static string Hash(string password) => Hasher.HashPassword("", PasswordText.Plain(password));

    /// <summary>What is wrong with a new password, or null: the rules, and the list of those that are tried first.</summary>
    public static string? Wrong(string password, params IEnumerable<string> own) => PasswordText.Wrong(password, own) ?? (CommonPasswords.Has(password) ? PasswordText.Guessable : null);

    /// <summary>Whether this is the account's password; it takes as long when there is no account.</summary>
    public static bool Match(Account? account, string password)
    {
        var right = password.Length <= PasswordText.Longest
            && Hasher.VerifyHashedPassword("", account?.Password ?? Nobodys.Value, PasswordText.Plain(password)) != PasswordVerificationResult.Failed;
        return right && account?.Password is not null;
    }
}
