using System.Security.Cryptography;
using System.Text;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Addresses;

/// <summary>What became of a code that was typed.</summary>
internal enum CodeAnswer
{
    /// <summary>It was the code; the address is proved.</summary>
    Right,

    /// <summary>It was another one.</summary>
    Wrong,

    /// <summary>It is too late, tried too often or used: another code must be asked.</summary>
    Over,
}

/// <summary>An address that was proved in this browser. It opens one form once and nothing that is stored.</summary>
internal sealed record AddressProof(Guid Check, string Address, bool Used)
{
    public const string Role = "zonder-account";
    private const int MostTries = 5;
    public static readonly TimeSpan ProofLives = TimeSpan.FromHours(4);

    private const string Load = "select sealed, code, expires_at, tries, proved_at, used_at is not null from address_check where id = $1 for update";

    /// <summary>Nothing was proved.</summary>
    public static AddressProof None { get; } = new(Guid.Empty, "", Used: true);

    /// <summary>Who applies through this door: nobody but this check, for no organisation that has families.</summary>
    public Actor Actor => new($"{Role}:{Check}", "Aanmelder zonder account", Role, Role);

    /// <summary>Tries a code; each try counts, also at the same moment.</summary>
    public static async Task<CodeAnswer> Try(FlexDb db, Guid check, string code, CancellationToken stop)
    {
        await using var work = await db.Begin(Journal.Actor.System("adres"), "e-mailadres controleren", stop);
        var right = false;
        work.Add(Load, check);
        await using (var row = await work.Read(stop))
        {
            await row.NextResultAsync(stop);
            if (!await row.ReadAsync(stop) || row.GetFieldValue<DateTimeOffset>(2) <= work.Clock.Now || row.GetInt32(3) >= MostTries || row.GetBoolean(5))
            {
                return CodeAnswer.Over;
            }

            right = row.GetFieldValue<byte[]>(0).Length > 0 && CryptographicOperations.FixedTimeEquals(row.GetFieldValue<byte[]>(1), AddressCheck.HashOf(work.Keys, check, code));
        }

        work.Add("update address_check set tries = tries + case when $2 then 0 else 1 end, proved_at = case when $2 then coalesce(proved_at, $3) else proved_at end where id = $1", check, right, work.Clock.Now);
        await work.Save();
        return right ? CodeAnswer.Right : CodeAnswer.Wrong;
    }

    /// <summary>The proof of this check, or null when there is none (any more).</summary>
    public static async Task<AddressProof?> Of(FlexDb db, Guid check, CancellationToken stop)
    {
        await using var work = await db.Begin(Journal.Actor.System("adres"), "e-mailadres controleren", stop);
        work.Add(Load, check);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) && !row.IsDBNull(4) && row.GetFieldValue<DateTimeOffset>(4) + ProofLives > work.Clock.Now
            ? new(check, row.GetFieldValue<byte[]>(0) is { Length: > 0 } known ? Encoding.UTF8.GetString(work.Keys.Open(SealUse.Messages, known, check)) : "", row.GetBoolean(5))
            : null;
    }

    /// <summary>Uses the proof up in the transaction that stores what it was for; false when it was used before.</summary>
    public async Task<bool> Use(Work work, CancellationToken stop)
    {
        work.Add("update address_check set used_at = $2 where id = $1 and proved_at is not null and used_at is null returning true", Check, work.Clock.Now);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop);
    }
}
