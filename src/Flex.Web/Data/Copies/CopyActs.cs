using Flex.Domain.Rights;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Copies;

/// <summary>Writes a request for a copy, what is left out of a part and what was decided about it, each with its line in the journal.</summary>
internal static class CopyActs
{
    public static void Ask(DossierInHand hand, AskedCopy asked, IReadOnlyList<string> parts, Guid act)
    {
        var (work, dossier, id) = (hand.Work, hand.Record.Head.Id, hand.Work.Clock.NewId());
        work.Journal(Act.CopyAsked, hand.Key, new CopyBody(parts, asked.By, asked.Capacity), work.Clock.Today);
        work.Add("insert into copy_request (id, dossier_id, asked_on, asked_by, capacity, identity_check, due_on, recorded_by, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            id, dossier, asked.On, asked.By, asked.Capacity, asked.IdentityCheck, asked.DueOn, work.Actor.Name, act, work.EntryId);
        work.Add("insert into copy_part (id, dossier_id, copy_request_id, part, entry_id) select i, $3, $4, p, $5 from unnest($1, $2) t(i, p)",
            Column.Uuid(parts, _ => work.Clock.NewId()), Column.Text(parts, p => p), dossier, id, work.EntryId);
    }

    public static void Omit(DossierInHand hand, CopyRequest request, CopyPart part, CopyOmission said, Guid act)
    {
        var work = hand.Work;
        work.Journal(Act.CopyLinesLeftOut, hand.Key, new CopyBody([part.Part], request.AskedBy, request.Capacity) { Lines = said.Lines.Count, Ground = said.Ground, Because = said.Because }, work.Clock.Today);
        work.Add("insert into copy_omission (id, dossier_id, copy_part_id, line, ground, because, said_on, said_by, act_id, entry_id) select i, $3, $4, l, $5, $6, $7, $8, $9, $10 from unnest($1, $2) t(i, l)",
            Column.Uuid(said.Lines, _ => work.Clock.NewId()), Column.Text(said.Lines, l => l), hand.Record.Head.Id, part.Id, Work.Optional(said.Ground, NpgsqlDbType.Text), said.Because, work.Clock.Today, work.Actor.Name, act, work.EntryId);
    }

    /// <summary>Of two who decide at once the first counts: the other finds it decided.</summary>
    /// <param name="content">What is given; null when the part is refused.</param>
    public static void Decide(DossierInHand hand, CopyRequest request, CopyPart part, DecidedCopy said, DossierCopy? content, Guid act)
    {
        var work = hand.Work;
        work.Journal(said.Released ? Act.CopyReleased : Act.CopyRefused, hand.Key,
            new CopyBody([part.Part], request.AskedBy, request.Capacity) { Handed = said.Handed, Ground = said.Ground, Because = said.Because, Lines = content?.Sections.Sum(s => s.Lines.Count) }, work.Clock.Today);
        work.Add("select decide_copy($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            part.Id, said.Released ? "vrijgegeven" : "geweigerd", Work.Optional(said.Ground, NpgsqlDbType.Text), Work.Optional(said.Because, NpgsqlDbType.Text), Work.Optional(said.Handed, NpgsqlDbType.Text),
            Work.Optional(content is null ? null : hand.Key.Close(content, part.Id), NpgsqlDbType.Bytea), work.Clock.Today, work.Actor.Name, act, work.EntryId);
    }

    /// <summary>That what was released was opened, to be printed or given as a file.</summary>
    public static void Open(DossierInHand hand, CopyRequest request, CopyPart part, string how) =>
        hand.Work.Journal(Act.CopyRead, hand.Key, new CopyBody([part.Part], request.AskedBy, request.Capacity) { Handed = how }, hand.Work.Clock.Today);
}

/// <summary>The sealed body of what was done with a copy: which parts, for whom, and how it was handed over or why not.</summary>
internal sealed record CopyBody(IReadOnlyList<string> Parts, string By, string Capacity)
{
    public string? Handed { get; init; }

    public string? Ground { get; init; }

    public string? Because { get; init; }

    /// <summary>How many lines: left out or put back, or given.</summary>
    public int? Lines { get; init; }
}
