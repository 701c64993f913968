using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using NpgsqlTypes;

namespace Flex.Web.Data.Addresses;

/// <summary>
/// Somebody without an account asks for a code at an e-mail address. The answer never tells whether an address was used before:
/// where no mail may leave any more a check is kept all the same, with a code that nobody gets.
/// </summary>
internal static class AddressCheck
{
    /// <summary>How many codes may be asked in an hour, at all addresses together.</summary>
    public const int MostPerHour = 200;

    /// <summary>How many of them from one network address: one person does not close the door for everybody, and a practice shares one.</summary>
    public const int MostPerOrigin = 20;

    private const int MailsPerHour = 3;
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(30);

    // One at a time: who asks a hundred times at once gets three mails.
    private const string Wait = "select pg_advisory_xact_lock(7306097554)";
    private const string Asked = "select count(*) filter (where lookup = $1 and length(sealed) > 0), count(*) filter (where origin = $3), count(*) from address_check where sent_at > $2";
    private const string Insert = "insert into address_check (id, lookup, sealed, code, sent_at, expires_at, origin) values ($1, $2, $3, $4, $5, $6, $7)";

    /// <summary>The check that waits for its code; none when too many were asked, at whatever address.</summary>
    /// <param name="origin">The network address that asks, of which a keyed hash is kept for an hour; null when it is not known.</param>
    public static async Task<Guid?> Ask(FlexDb db, string address, string? origin, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System("adres"), "e-mailadres controleren", stop);
        var lookup = work.Keys.LookUp("adres", address.ToLowerInvariant());
        var from = origin is null ? null : work.Keys.LookUp("netwerk", origin);
        var (here, thence, everywhere) = await Count(work, lookup, from, stop);
        if (thence >= MostPerOrigin || everywhere >= MostPerHour)
        {
            return null;
        }

        var (id, now, code, sends) = (work.Clock.NewId(), work.Clock.Now, RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture), here < MailsPerHour);
        var known = sends ? work.Keys.Close(SealUse.Messages, Encoding.UTF8.GetBytes(address), id) : [];
        work.Add(Insert, id, lookup, known, HashOf(work.Keys, id, code), now, now + CodeLives, Work.Optional(from, NpgsqlDbType.Bytea));
        if (sends)
        {
            Outbox.Queue(work, Audience.Proof, MailOf(address, code));
        }

        await work.Save();
        return id;
    }

    /// <summary>A code is kept as a keyed hash, bound to its check.</summary>
    internal static byte[] HashOf(KeyRing keys, Guid id, string code) => keys.LookUp("adrescode", $"{id} {code}");

    private static async Task<(long Here, long Thence, long Everywhere)> Count(Work work, byte[] lookup, byte[]? from, CancellationToken stop)
    {
        work.Add(Wait).Add(Asked, lookup, work.Clock.Now.AddHours(-1), Work.Optional(from, NpgsqlDbType.Bytea));
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        await row.NextResultAsync(stop);
        await row.ReadAsync(stop);
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    private static Message MailOf(string address, string code) => new(address, "Uw code", $"""
        Uw code is {code[..4]} {code[4..]}. Hij geldt een half uur.
        Vul hem in op de pagina waar u hem vroeg, in hetzelfde venster.
        Vroeg u geen code? Dan hoeft u niets te doen.
        """, "/aanmelden/zonder-account/code");
}
