using Flex.Web.Data.Access;

namespace Flex.Web.Data.Accounts;

/// <summary>Between the password and the second factor a browser holds this, for ten minutes. It is no session and opens nothing.</summary>
internal sealed record HalfWay(Guid Account, Guid Stamp)
{
    private const string Name = "flex-stap";
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);

    public static void Give(HttpContext http, Account account, DateTimeOffset now) =>
        SafeCookie.Give(http, Name, $"{account.Id}|{account.Stamp}|{(now + Lives).ToUnixTimeSeconds()}", Lives);

    public static HalfWay? Read(HttpContext http, DateTimeOffset now) =>
        SafeCookie.Read(http, Name)?.Split('|') is [var account, var stamp, var until]
            && long.Parse(until, System.Globalization.CultureInfo.InvariantCulture) > now.ToUnixTimeSeconds() ? new(Guid.Parse(account), Guid.Parse(stamp)) : null;

    public static void Take(HttpContext http) => SafeCookie.Take(http, Name);
}
