using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Mail;

/// <summary>One message that is being sent; its row stays locked until the outcome is written, so that nobody else sends or stops it meanwhile.</summary>
internal sealed record WaitingMail(Guid Id, Guid? Dossier, string Audience, byte[] Sealed, int Tries)
{
    private const string Lock = "select id, dossier_id, audience, sealed, tries from outgoing_mail where state = 'wacht' and try_after <= $1 order by try_after, id limit 1 for update skip locked";

    // Asked once the row is locked: what was said or ended while it waited counts.
    private const string Around = """
        select (select programme from dossier where id = $1), (select wrapped from vault.dossier_key where dossier_id = $1),
               exists (select from dossier_end where dossier_id = $1 and reopened_on is null),
               coalesce((select 'mail' = any(means) from safe_contact where dossier_id = $1 order by id desc limit 1), false)
        """;

    /// <summary>Takes the message that waits longest and that nobody else holds; null when there is none.</summary>
    public static async Task<WaitingMail?> Take(Work work, CancellationToken stop)
    {
        work.Add(Lock, work.Clock.Now);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop)
            ? new(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetString(2), row.GetFieldValue<byte[]>(3), row.GetInt32(4))
            : null;
    }

    /// <summary>What of its dossier decides whether it may leave.</summary>
    public async Task<AroundMail> Look(Work work, CancellationToken stop)
    {
        if (Dossier is not { } dossier)
        {
            return new(null, null, Ended: false, MayMail: false);
        }

        work.Add(Around, dossier);
        await using var row = await work.Read(stop);
        await row.ReadAsync(stop);
        return new(row.GetString(0), row.IsDBNull(1) ? null : DossierKey.Unwrap(work.Keys, dossier, row.GetFieldValue<byte[]>(1)), row.GetBoolean(2), row.GetBoolean(3));
    }

    /// <summary>Why it must not leave any more, or null.</summary>
    public string? Stopped(AroundMail around) => this switch
    {
        { Dossier: not null } when around.Key is null => "dossier gewist",
        { Audience: Mail.Audience.Family } when around.Ended => "dossier beëindigd",
        { Audience: Mail.Audience.Family } when !around.MayMail => "het gezin wil geen mail",
        _ => null,
    };
}

/// <summary>The dossier of a message at the moment of sending.</summary>
internal sealed record AroundMail(string? Programme, DossierKey? Key, bool Ended, bool MayMail);
