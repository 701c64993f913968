using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Copies;

/// <summary>
/// What the journal holds of a family, for a copy: what was done with her data, line by line, and who looked, counted per organisation, role and day.
/// The page on which she sees who looked has lines of its own; this is the part of it that goes on paper.
/// </summary>
internal static class CopyJournal
{
    private static readonly string[] Looks =
    [
        .. Enum.GetValues<Act>().Where(a => (ActKinds.ClassOf(a) is EventClass.Read or EventClass.Query or EventClass.Export
            || a is Act.FiguresRead or Act.FactsheetPublished or Act.DecisionsReplayed) && a != Act.NoteRead).Select(a => a.ToString()),
    ];

    // Of the house itself and not of the family: its key was wrapped anew, its work was counted, its log was kept.
    // Nor that something was written in confidence: whoever opens that page opens the dossier, and that look is counted.
    private static readonly string[] Left = [.. Looks.Union(ActKinds.Looks), nameof(Act.KeysRotated), nameof(Act.WorkSet), nameof(Act.NoteWritten), nameof(Act.NoteShared)];

    // What the family's own page does not show for a time, no paper shows.
    private const string Shown = "not log_withheld(e.organisation, (e.at at time zone 'Europe/Amsterdam')::date, $1, $3)";

    /// <summary>Asks for both; $1 is the dossier. Read them with <see cref="DoneOf"/> and <see cref="LookOf"/>, in this order.</summary>
    public static void Ask(Work work, Guid dossier)
    {
        work.Add($"select id, at, act, actor, role, organisation, effective_day, body from journal.entry e where dossier_id = $1 and act <> all($2) and {Shown} order by at, id", dossier, Left, work.Clock.Now);
        work.Add(
            $"""
            select role, organisation, day, act = 'DossierRead', count(*)::int from (
                select role, organisation, (at at time zone 'Europe/Amsterdam')::date as day, act from journal.entry e where (dossier_id = $1 or objects @> array[$1]) and act = any($2) and {Shown}) l
            group by 1, 2, 3, 4 order by 3, 1, 2, 4
            """,
            dossier, Looks, work.Clock.Now);
    }

    public static HistoryLine DoneOf(NpgsqlDataReader row) => DossierQueries.HistoryOf(row);

    public static CopyLook LookOf(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetBoolean(3), row.GetInt32(4));
}

/// <summary>That people of one role of one organisation looked on a day, how often; <paramref name="Whole"/>: at the dossier, and not in a list.</summary>
internal sealed record CopyLook(string Role, string Organisation, DateOnly Day, bool Whole, int Times);
