namespace Flex.Web.Tests.Journal;

/// <summary>Something a superuser of the database does to the journal, and where it must be found.</summary>
/// <param name="Blocks">The finding may name one of these blocks…</param>
/// <param name="Lines">…or one of these entries.</param>
internal sealed record Attack(string Name, string Sql, long[] Blocks, Guid[] Lines)
{
    private static readonly (string Column, string Value)[] LineColumns =
    [
        ("at", "at + interval '1 microsecond'"), ("version", "version + 1"), ("act", "act || 'x'"), ("actor", "'p2'"),
        ("role", "'jgz'"), ("organisation", "upper(organisation)"), ("purpose", "purpose || ' '"), ("effective_day", "effective_day - 1"),
        ("effective_day", "'infinity'"), ("dossier_id", "null"), ("dossier_id", "gen_random_uuid()"),
        ("objects", "coalesce(objects, '{}') || gen_random_uuid()"), ("objects", "array[[gen_random_uuid()], [null::uuid]]"),
        ("objects", "case when objects is null then '{}'::uuid[] else null end"),
        ("objects", "format('[5:6]={%s,%s}', coalesce(objects[1], id), coalesce(objects[2], id))::uuid[]"),
        ("body", "coalesce(set_byte(body, 30, get_byte(body, 30) # 1), ''::bytea)"), ("body", "case when body is null then '\\x00'::bytea else null end"),
        ("body", "coalesce(body, '') || '\\x00'::bytea"), ("outcome", "case when outcome = 8 then 0 else 8 end"), ("outcome", "case when outcome is null then 0 end"),
        ("context", "coalesce(set_byte(context, 30, get_byte(context, 30) # 1), ''::bytea)"), ("context", "case when context is null then '\\x00'::bytea end"), ("context", "''::bytea"),
        // Another form, another key, and what an older form does not cover made as if it had been so.
        ("version", "case when version = 1 then 2 else 1 end"), ("version", "version + 256"), ("version", "version - 256"), ("version", "version | 255"),
        ("version", "case when version = 1 then 2 else 1 end, outcome = null, context = null"), ("version", "case when version = 1 then 258 else 1 end, outcome = 0"),
        ("mac", "set_byte(mac, 5, get_byte(mac, 5) # 8)"),
    ];

    private static readonly (string Column, string Value)[] BlockColumns =
    [
        ("segment", "segment + interval '1 month'"), ("segment", "'infinity'"), ("from_xid", "(from_xid::text::bigint + 1)::text::xid8"),
        ("to_xid", "(to_xid::text::bigint - 1)::text::xid8"), ("to_xid", "'18446744073709551615'"), ("entries", "entries + 1"),
        ("digest", "sha256(digest)"), ("previous", "digest"), ("sealed_at", "sealed_at + interval '1 second'"), ("sealed_at", "'infinity'"), ("head", "sha256(head)"),
    ];

    private static readonly Func<Scene, Random, Attack?>[] Kinds =
    [
        EditLine, EditLine, EditLine, EditId, MoveToOtherMonth, MoveToOtherBlock, MoveWithinBlock, MoveToFuture,
        SwapOf("body"), SwapOf("context"), SwapOf("outcome, context, version"), SwapOf("mac"), SwapOf("body, mac"), SwapOf("id"), SwapOf("act, purpose, mac"), SwapTransactions, ReplaceBody, ReplaceAllButId,
        DeleteLine, DeleteLines, DeleteTransaction, DeleteAndMend, CopyWithNewId, CopyWithNewTime, CopyToOtherTransaction, CopyToTheEnd, LoseTransaction, ForgeAtTheEnd, ForgeInBlock,
        (s, _) => new("truncate entry", "truncate journal.entry", [1], []),
        (s, _) => new("truncate block", "truncate journal.block", [1], []),
        (s, _) => new("truncate both", "truncate journal.block, journal.entry", [1], []),
        TruncateMonth, DropMonth, EditBlock, EditBlock, EditBlock, DeleteBlock, DeleteBlockWithLines, CutTail, CutTailWithLines, DeleteLastBlock,
        RenumberBlock, RenumberFrom, SwapBlocks, CopyBlockToEnd, MergeBlocks,
        TakePurgeAway, PurgeAnotherMonth, PurgeTwice, ForgePurge, PutBackIntoPurgedMonth,
    ];

    /// <summary>Attack <paramref name="n"/>: every kind in turn, on random places.</summary>
    public static Attack Next(int n, Scene scene, Random random)
    {
        while (true)
        {
            if (Kinds[n % Kinds.Length](scene, random) is { } attack)
            {
                // Who touches what says that a month was let go, is seen first where that month was.
                return attack.Sql.Contains(scene.Purge.ToString(), StringComparison.Ordinal) || attack.Sql.Contains("entry_" + scene.MonthOf(scene.Purge), StringComparison.Ordinal)
                    ? attack with { Blocks = [.. attack.Blocks, scene.Purged.First().Number] } : attack;
            }
        }
    }

    private static Attack TakePurgeAway(Scene s, Random r) => new("take purge away", $"delete from journal.entry where id = '{s.Purge}'", [], []);

    private static Attack PurgeAnotherMonth(Scene s, Random r)
    {
        var month = r.Next(3);
        return new("purge another month", $"update journal.entry set effective_day = '{Scene.Month(month)[..7]}-01' where id = '{s.Purge}'; {Drop(month)}", [FirstOf(s, month)], [s.Purge]);
    }

    private static Attack PurgeTwice(Scene s, Random r)
    {
        var (month, id) = (r.Next(2), Guid.NewGuid());
        return new("purge twice",
            Copy(s.Lines.Find(l => l.Id == s.Purge)!, $"'{id}', at, xid") + $"; update journal.entry set effective_day = '{Scene.Month(month)[..7]}-01' where id = '{id}'; {Drop(month)}", [FirstOf(s, month)], [id]);
    }

    private static Attack ForgePurge(Scene s, Random r)
    {
        var (line, month) = (Any(s.Lines, r), r.Next(3));
        return new("forge purge", $"update journal.entry set act = 'JournalPurged', effective_day = '{Scene.Month(month)[..7]}-01', dossier_id = null where id = '{line.Id}'; {Drop(month)}", [FirstOf(s, month)], [line.Id]);
    }

    private static Attack PutBackIntoPurgedMonth(Scene s, Random r)
    {
        var (line, id, block) = (Any(s.Lines, r), Guid.NewGuid(), Any(s.Purged, r));
        var xid = block.From == 0 ? block.To - 1 : block.From;
        return new("put back into purged month", $"select journal.open_segment('2025-10-01'); {Copy(line, $"'{id}', '2025-10-07 09:00Z', '{xid}'")}", [block.Number], [id]);
    }

    private static string Drop(int month) => $"drop table journal.entry_{Scene.Month(month)[..7].Replace("-", "", StringComparison.Ordinal)}";

    private static long FirstOf(Scene s, int month) => s.Blocks.First(b => b.Month == month).Number;

    private static Attack EditLine(Scene s, Random r)
    {
        var (line, (column, value)) = (Any(s.Lines, r), Any(LineColumns, r));
        return new($"edit {column}", $"update journal.entry set {column} = {value} where id = '{line.Id}'", [], [line.Id]);
    }

    private static Attack EditId(Scene s, Random r)
    {
        var (line, id) = (Any(s.Lines, r), Guid.NewGuid());
        return new("edit id", $"update journal.entry set id = '{id}' where id = '{line.Id}'", [], [id]);
    }

    private static Attack MoveToOtherMonth(Scene s, Random r)
    {
        var line = Any(s.Lines, r);
        return new("move to other month", $"update journal.entry set at = '{Scene.Month((line.Month + 1 + r.Next(2)) % 3)} 10:00Z' where id = '{line.Id}'", One(line.Block), [line.Id]);
    }

    private static Attack? MoveToOtherBlock(Scene s, Random r)
    {
        var (line, to) = (Any(s.Sealed, r), Any(s.Sealed, r));
        return line.Block == to.Block || line.Xid == to.Xid ? null
            : new("move to other block", $"update journal.entry set xid = '{to.Xid}' where id = '{line.Id}'", [line.Block!.Value, .. Beside(s, to.Block)], [line.Id]);
    }

    private static Attack? MoveWithinBlock(Scene s, Random r)
    {
        var line = Any(s.Sealed, r);
        var block = s.Blocks.First(b => b.Number == line.Block);
        var xid = block.From == 0 ? line.Xid - 1 : block.From + (ulong)r.NextInt64((long)(block.To - block.From));
        return xid == line.Xid ? null : new("move within block", $"update journal.entry set xid = '{xid}' where id = '{line.Id}'", [block.Number], []);
    }

    private static Attack MoveToFuture(Scene s, Random r)
    {
        var line = Any(s.Lines, r);
        return new("move to future", $"update journal.entry set xid = '{1L << r.Next(40, 63)}' where id = '{line.Id}'", One(line.Block), [line.Id]);
    }

    private static Func<Scene, Random, Attack?> SwapOf(string columns) => (s, r) =>
    {
        var (a, b) = (Any(s.Lines, r), Any(s.Lines, r));
        if (a.Id == b.Id || (columns == "body" && !a.HasBody && !b.HasBody) || (columns.EndsWith("context", StringComparison.Ordinal) && !a.HasContext && !b.HasContext) || (columns.EndsWith("version", StringComparison.Ordinal) && a.HasContext == b.HasContext && !a.HasContext))
        {
            return null;
        }

        var set = string.Join(", ", columns.Split(", ").Select(c => $"{c} = o.{c}"));
        var first = columns == "id" ? "alter table journal.entry drop constraint entry_pkey; " : "";
        var sql = first + $"update journal.entry e set {set} from (select * from journal.entry where id in ('{a.Id}', '{b.Id}')) o where e.id in ('{a.Id}', '{b.Id}') and o.id <> e.id";
        return new("swap " + columns, sql, [], [a.Id, b.Id]);
    };

    private static Attack? SwapTransactions(Scene s, Random r)
    {
        var (a, b) = (Any(s.Sealed, r), Any(s.Sealed, r));
        return a.Xid == b.Xid ? null : new("swap xid",
            $"update journal.entry set xid = case id when '{a.Id}' then '{b.Xid}'::xid8 else '{a.Xid}'::xid8 end where id in ('{a.Id}', '{b.Id}')",
            [.. Beside(s, a.Block), .. Beside(s, b.Block)], [a.Id, b.Id]);
    }

    private static Attack? ReplaceBody(Scene s, Random r)
    {
        var (a, b) = (Any(s.Lines, r), Any(s.Lines.Where(l => l.HasBody), r));
        return a.Id == b.Id ? null : new("replace body", $"update journal.entry set body = (select body from journal.entry where id = '{b.Id}') where id = '{a.Id}'", [], [a.Id]);
    }

    private static Attack? ReplaceAllButId(Scene s, Random r)
    {
        var (a, b) = (Any(s.Lines, r), Any(s.Lines, r));
        const string Columns = "version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, outcome, context, mac";
        return a.Id == b.Id ? null : new("replace all but id", $"update journal.entry set ({Columns}) = (select {Columns} from journal.entry where id = '{b.Id}') where id = '{a.Id}'", [], [a.Id]);
    }

    private static Attack DeleteLine(Scene s, Random r) => Delete("delete line", [Any(s.Sealed, r)]);

    private static Attack DeleteLines(Scene s, Random r) => Delete("delete lines", [.. Enumerable.Range(0, r.Next(2, 9)).Select(_ => Any(s.Sealed, r))]);

    private static Attack DeleteTransaction(Scene s, Random r)
    {
        var xid = Any(s.Sealed, r).Xid;
        return Delete("delete transaction", [.. s.Sealed.Where(l => l.Xid == xid)]);
    }

    private static Attack Delete(string name, Line[] lines) =>
        new(name, $"delete from journal.entry where id in ({string.Join(", ", lines.Select(l => $"'{l.Id}'"))})", [lines.Min(l => l.Block!.Value)], []);

    private static Attack? DeleteAndMend(Scene s, Random r)
    {
        var line = Any(s.Sealed, r);
        return In(s, line.Block!.Value).Length < 2 ? null : new("delete and mend the block",
            $"delete from journal.entry where id = '{line.Id}'; update journal.block set entries = entries - 1, digest = sha256(digest) where number = {line.Block}", [line.Block.Value], []);
    }

    private static Attack CopyWithNewId(Scene s, Random r)
    {
        var (line, id) = (Any(s.Lines, r), Guid.NewGuid());
        return new("copy with new id", Copy(line, $"'{id}', at, xid"), [], [id]);
    }

    private static Attack CopyWithNewTime(Scene s, Random r)
    {
        var line = Any(s.Lines, r);
        return new("copy with new time", Copy(line, "id, at + interval '1 second', xid"), One(line.Block), [line.Id]);
    }

    private static Attack CopyToOtherTransaction(Scene s, Random r)
    {
        var (line, to) = (Any(s.Lines, r), Any(s.Lines, r));
        return new("copy to other transaction", "alter table journal.entry drop constraint entry_pkey; " + Copy(line, $"id, at, '{to.Xid}'"), Beside(s, to.Block), [line.Id]);
    }

    private static Attack CopyToTheEnd(Scene s, Random r)
    {
        var line = Any(s.Sealed, r);
        return new("copy to the end", "alter table journal.entry drop constraint entry_pkey; " + Copy(line, $"id, at, '{s.Lines[^1].Xid}'"), [], [line.Id]);
    }

    private static Attack LoseTransaction(Scene s, Random r)
    {
        var line = Any(s.Sealed, r);
        return new("lose transaction", $"alter table journal.entry alter column xid drop not null; update journal.entry set xid = null where id = '{line.Id}'", One(line.Block), []);
    }

    private static Attack ForgeAtTheEnd(Scene s, Random r)
    {
        var (line, id) = (Any(s.Lines, r), Guid.NewGuid());
        return new("forge at the end", Copy(line, $"'{id}', at, pg_current_xact_id()"), [], [id]);
    }

    private static Attack ForgeInBlock(Scene s, Random r)
    {
        var (line, id) = (Any(s.Sealed, r), Guid.NewGuid());
        return new("forge in block",
            $"insert into journal.entry (id, at, xid, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, outcome, context, mac) select '{id}', at, xid, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, outcome, context, sha256(mac) from journal.entry where id = '{line.Id}'; delete from journal.entry where id = '{line.Id}'",
            [], [id]);
    }

    private static string Copy(Line line, string idAtXid) =>
        $"insert into journal.entry (id, at, xid, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, outcome, context, mac) select {idAtXid}, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, outcome, context, mac from journal.entry where id = '{line.Id}'";

    private static Attack TruncateMonth(Scene s, Random r) => WholeMonth("truncate", s, r);

    private static Attack DropMonth(Scene s, Random r) => WholeMonth("drop table", s, r);

    private static Attack WholeMonth(string verb, Scene s, Random r)
    {
        var month = r.Next(3);
        return new(verb + " month", Drop(month).Replace("drop table", verb, StringComparison.Ordinal), [FirstOf(s, month)], []);
    }

    private static Attack EditBlock(Scene s, Random r)
    {
        var (block, (column, value)) = (Any(s.Blocks, r), Any(BlockColumns, r));
        return new($"edit block {column}", $"update journal.block set {column} = {value} where number = {block.Number}", [block.Number], []);
    }

    private static Attack DeleteBlock(Scene s, Random r)
    {
        var block = Any(s.Blocks, r);
        return new("delete block", $"delete from journal.block where number = {block.Number}", [block.Number], []);
    }

    private static Attack DeleteBlockWithLines(Scene s, Random r)
    {
        var block = Any(s.Blocks, r);
        return new("delete block with lines", $"delete from journal.block where number = {block.Number}; {DeleteIn(s, block)}", [block.Number], []);
    }

    private static Attack DeleteLastBlock(Scene s, Random r) => new("delete last block", $"delete from journal.block where number = {s.Blocks[^1].Number}", [s.Blocks[^1].Number], []);

    private static Attack CutTail(Scene s, Random r)
    {
        var from = Any(s.Blocks, r).Number;
        return new("cut blocks", $"delete from journal.block where number >= {from}", [from], []);
    }

    private static Attack CutTailWithLines(Scene s, Random r)
    {
        var from = Any(s.Blocks, r).Number;
        return new("cut blocks with lines", $"delete from journal.block where number >= {from}; {string.Join("; ", s.Blocks.Where(b => b.Number >= from).Select(b => DeleteIn(s, b)))}", [from], []);
    }

    private static Attack RenumberBlock(Scene s, Random r)
    {
        var (block, to) = (Any(s.Blocks, r), r.Next(2) == 0 ? -r.Next(1000) : 1000 + r.Next(1000));
        return new("renumber block", $"update journal.block set number = {to} where number = {block.Number}", [block.Number, to], []);
    }

    private static Attack RenumberFrom(Scene s, Random r)
    {
        var from = Any(s.Blocks, r).Number;
        return new("renumber from", $"update journal.block set number = number + 100000 where number >= {from}; update journal.block set number = number - 99999 where number > 100000", [from], []);
    }

    private static Attack? SwapBlocks(Scene s, Random r)
    {
        var (a, b) = (Any(s.Blocks, r).Number, Any(s.Blocks, r).Number);
        return a == b ? null : new("swap blocks",
            $"update journal.block set number = -1 where number = {a}; update journal.block set number = {a} where number = {b}; update journal.block set number = {b} where number = -1", [Math.Min(a, b)], []);
    }

    private static Attack CopyBlockToEnd(Scene s, Random r)
    {
        var next = s.Blocks[^1].Number + 1;
        return new("copy block to the end", $"insert into journal.block select {next}, segment, from_xid, to_xid, entries, digest, previous, sealed_at, head from journal.block where number = {Any(s.Blocks, r).Number}", [next], []);
    }

    private static Attack? MergeBlocks(Scene s, Random r)
    {
        var block = Any(s.Blocks, r);
        return block.Number == 1 ? null : new("merge blocks",
            $"update journal.block set to_xid = '{block.To}' where number = {block.Number - 1}; delete from journal.block where number = {block.Number}", [block.Number - 1, block.Number], []);
    }

    private static string DeleteIn(Scene s, SealedBlock block) => $"delete from journal.entry where id = any('{{{string.Join(",", In(s, block.Number))}}}')";

    private static Guid[] In(Scene s, long block) => [.. s.Lines.Where(l => l.Block == block).Select(l => l.Id)];

    // An entry that comes into a stretch of two months lands in the block of its own month.
    private static long[] Beside(Scene s, long? block) => [.. s.Blocks.Where(b => b.From == s.Blocks.Find(x => x.Number == block)?.From).Select(b => b.Number)];

    private static long[] One(long? block) => block is { } b ? [b] : [];

    private static T Any<T>(IEnumerable<T> all, Random r)
    {
        var list = all as IReadOnlyList<T> ?? [.. all];
        return list[r.Next(list.Count)];
    }
}
