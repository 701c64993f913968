using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Mail;

/// <summary>A message as the page of messages shows it; its text is opened in a demonstration only.</summary>
public sealed record QueuedMail(Guid Id, Guid? Dossier, string Audience, string State, DateTimeOffset QueuedAt, DateTimeOffset TryAfter, int Tries, DateTimeOffset? SentAt, string? Problem)
{
    private const int PageSize = 50;

    private const string Newest = """
        select m.id, m.dossier_id, m.audience, m.state, m.queued_at, m.try_after, m.tries, m.sent_at, m.problem, m.sealed, k.wrapped
        from outgoing_mail m left join vault.dossier_key k on k.dossier_id = m.dossier_id
        where m.id < $1 order by m.id desc limit $2
        """;

    private static readonly Guid After = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    internal Message? Text { get; init; }

    /// <summary>One page of messages, newest first; <paramref name="before"/> is the last id of the page before it.</summary>
    internal static async Task<(IReadOnlyList<QueuedMail> Lines, bool More)> Page(FlexDb db, Actor actor, Guid? before, bool texts, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "berichten bekijken", stop);
        work.Add(Newest, before ?? After, PageSize + 1);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        var lines = new List<QueuedMail>();
        while (await row.ReadAsync(stop))
        {
            lines.Add(Of(row) with { Text = texts ? Opened(row, work.Keys) : null });
        }

        return ([.. lines.Take(PageSize)], lines.Count > PageSize);
    }

    private static QueuedMail Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset>(5), row.GetInt32(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetString(8));

    private static Message? Opened(NpgsqlDataReader row, KeyRing keys)
    {
        Guid? dossier = row.IsDBNull(1) ? null : row.GetGuid(1);
        if ((dossier is not null && row.IsDBNull(10)) || row.GetFieldValue<byte[]>(9).Length == 0)
        {
            return null;
        }

        return Outbox.Open(keys, dossier is { } of ? DossierKey.Unwrap(keys, of, row.GetFieldValue<byte[]>(10)) : null, row.GetFieldValue<byte[]>(9), row.GetGuid(0));
    }
}
