using Flex.Domain.Trust;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>A confidential note as who may read it reads it, with whom it was shared.</summary>
/// <param name="Discipline">A code of <see cref="Domain.Trust.Discipline.All"/>: whose it is.</param>
public sealed record ConfidentialNote(Guid Id, string Discipline, string Organisation, DateOnly On, string By, string Text, IReadOnlyList<ConfidentialShare> Shares)
{
    private const string Query = """
        select n.id, n.discipline, n.organisation, n.written_on, n.written_by, n.sealed, x.w, x.o, x.b, x.r from confidential_note n
        left join lateral (select array_agg(s.discipline order by s.shared_on, s.id) w, array_agg(s.shared_on order by s.shared_on, s.id) o, array_agg(s.shared_by order by s.shared_on, s.id) b,
            array_agg(s.because order by s.shared_on, s.id) r from confidential_share s where s.confidential_note_id = n.id) x on true
        where n.dossier_id = $1 and (n.discipline = $2 or $2 = any(x.w)) order by n.written_on desc, n.id desc
        """;

    /// <summary>What the discipline of who looks may read of a dossier in hand, newest first; that it is read is in the journal before anything is shown.</summary>
    internal static async Task<IReadOnlyList<ConfidentialNote>> Read(DossierInHand hand, Discipline own, CancellationToken stop)
    {
        hand.Work.Journal(Act.NoteRead, dossier: hand.Record.Head.Id, id: hand.Work.Clock.NewId());
        hand.Work.Add(Query, hand.Record.Head.Id, own.Code);
        var notes = new List<ConfidentialNote>();
        await using var row = await hand.Work.Read(stop);
        while (await row.ReadAsync(stop))
        {
            var note = Of(row, hand.Key);
            notes.AddRange(Confidentiality.Reads(hand.Work.Actor.Role, hand.Record.Head.Relations, note.Discipline, [.. note.Shares.Select(s => s.Discipline)]) ? [note] : []);
        }

        return notes;
    }

    private static ConfidentialNote Of(NpgsqlDataReader row, DossierKey key) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), row.GetString(4), key.Open<string>(row.GetFieldValue<byte[]>(5), row.GetGuid(0)),
        row.IsDBNull(6) ? [] : [.. row.GetFieldValue<string[]>(6).Select((with, i) => new ConfidentialShare(with, row.GetFieldValue<DateOnly[]>(7)[i], row.GetFieldValue<string[]>(8)[i], row.GetFieldValue<string[]>(9)[i]))]);
}

/// <summary>That a note was shared with another discipline.</summary>
public sealed record ConfidentialShare(string Discipline, DateOnly On, string By, string Because);
