using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Duplicates;

/// <summary>Finds, for a batch of rows at once, which dossiers of the programme in the database they resemble.</summary>
internal static class StoredFamilies
{
    private const string ByBsn = "select t.i, b.dossier_id from unnest($1, $2) t(i, l) join vault.bsn b on b.lookup = t.l where b.person = 'mother'";

    // The database leaves out what is plainly another name; what is near is said in one place, NearNames.
    private const string ByMother = """
        select t.i, m.dossier_id, m.name from unnest($1, $2, $3, $4) t(i, d, k, s) join mother m on m.birth_date = t.d
        where abs(length(m.name_key) - length(t.k)) <= 2 or strpos(m.name_key, t.k) > 0 or strpos(t.k, m.name_key) > 0
            or exists (select from mother_name_part p where p.dossier_id = m.dossier_id and p.sound = any(string_to_array(t.s, ' ')))
        """;

    private static readonly string ByHousehold = $"""
        select t.i, m.dossier_id from unnest($1, $2, $3) t(i, p, d) cross join lateral {CurrentHome.At("t.p", "$4::date")} m
        where (select a.due_date from application a where a.dossier_id = m.dossier_id) = t.d
        """;

    /// <summary>The resemblance of each row that has one, by its index in <paramref name="rows"/>; <paramref name="work"/> is fresh and sees all families.</summary>
    public static async Task<Dictionary<int, Resemblance>> Find(Work work, string programme, IReadOnlyList<Likeness?> rows, CancellationToken stop)
    {
        var asked = rows.Index().Where(r => r.Item is not null).Select(r => (r.Index, Of: r.Item!)).ToList();
        var found = await Candidates(work, asked, rows, stop);
        return found.Count == 0 ? [] : await Resemblances(work, found, programme, stop);
    }

    private static async Task<List<(int Row, Guid Dossier, string Why)>> Candidates(Work work, List<(int Index, Likeness Of)> asked, IReadOnlyList<Likeness?> rows, CancellationToken stop)
    {
        var known = asked.SelectMany(r => r.Of.BsnHashes(work.Keys).Select(hash => (r.Index, Hash: hash))).ToList();
        work.Add(ByBsn, Column.Int(known, r => r.Index), Column.Bytes(known, r => r.Hash));
        work.Add(ByMother, Column.Int(asked, r => r.Index), Column.Day(asked, r => r.Of.MotherBirth), Column.Text(asked, r => r.Of.Name.Key), Column.Text(asked, r => string.Join(' ', r.Of.Name.Sounds)));
        var homes = asked.Where(r => r.Of.Household is not null).ToList();
        work.Add(ByHousehold, Column.Int(homes, r => r.Index), Column.Text(homes, r => r.Of.Household!.Value.Postcode), Column.Day(homes, r => r.Of.Household!.Value.Due), work.Clock.Today);
        var found = new List<(int, Guid, string)>();
        await using var reader = await work.Read(stop);
        foreach (var why in (string[])[Likeness.SameBsn, Likeness.SameMother, Likeness.SameHousehold])
        {
            await reader.NextResultAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                var row = reader.GetInt32(0);
                if (why != Likeness.SameMother || NearNames.Alike(NearName.Of(reader.GetString(2)), rows[row]!.Name))
                {
                    found.Add((row, reader.GetGuid(1), why));
                }
            }
        }

        return found;
    }

    // A family may take part in two programmes: only a dossier of the same one is resembled. The first reason counts.
    private static async Task<Dictionary<int, Resemblance>> Resemblances(Work work, List<(int Row, Guid Dossier, string Why)> found, string programme, CancellationToken stop)
    {
        var dossiers = found.Select(f => f.Dossier).Distinct().ToList();
        work.Add("select d.id, k.wrapped from dossier d join vault.dossier_key k on k.dossier_id = d.id where d.id = any($1) and d.programme = $2", Column.Uuid(dossiers, d => d), programme);
        var keys = new Dictionary<Guid, DossierKey>();
        await using (var reader = await work.Read(stop))
        {
            while (await reader.ReadAsync(stop))
            {
                var dossier = reader.GetGuid(0);
                keys.Add(dossier, DossierKey.Unwrap(work.Keys, dossier, reader.GetFieldValue<byte[]>(1)));
            }
        }

        var resembled = new Dictionary<int, Resemblance>();
        foreach (var (row, dossier, why) in found.OrderBy(f => f.Dossier))
        {
            if (keys.TryGetValue(dossier, out var key))
            {
                resembled.TryAdd(row, new(key, why));
            }
        }

        return resembled;
    }
}
