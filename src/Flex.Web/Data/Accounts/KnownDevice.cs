using System.Security.Cryptography;
using Flex.Web.Data.Access;

namespace Flex.Web.Data.Accounts;

/// <summary>A browser in which somebody signed in before. It signs nobody in; it only is not held up by what others try at that account.</summary>
internal sealed record KnownDevice(Guid Account, Guid Stamp, string Name)
{
    private const string Cookie = "flex-toestel";
    private static readonly TimeSpan Lives = TimeSpan.FromDays(180);

    /// <summary>Marks this browser; each account has a mark of its own, the last one stays.</summary>
    public static void Give(HttpContext http, Account account, KnownDevice? before) =>
        SafeCookie.Give(http, Cookie, $"{account.Id}|{account.Stamp}|{before?.For(account) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}", Lives);

    public static KnownDevice? Read(HttpContext http) =>
        SafeCookie.Read(http, Cookie)?.Split('|') is [var account, var stamp, var name] ? new(Guid.Parse(account), Guid.Parse(stamp), name) : null;

    /// <summary>The name of this device when it is known to this account, and the account did not sign out everywhere since.</summary>
    public string? For(Account? account) => account is not null && account.Id == Account && account.Stamp == Stamp ? Name : null;
}
