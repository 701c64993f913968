using Flex.Domain.Programmes;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>Brings who takes part in which programme as what in line with the programmes' files, and gives dossiers that lack them the relations that follow.</summary>
internal static class Parties
{
    /// <summary>The role of the one organisation that judges applications and keeps the record.</summary>
    public const string Intake = "intake";

    private const string Unrelated = "select d.id from dossier d join party p on p.programme = d.programme and p.role = 'intake' where not exists (select from relation r where r.dossier_id = d.id and r.kind = 'intake') limit 1";

    public static async Task Set(FlexDb db, IEnumerable<Programme> programmes)
    {
        await EvaluationRules.Set(db, programmes);
        var wanted = programmes.SelectMany(Of).Distinct().ToList();
        await using var work = await db.Begin(Actor.System("partijen"), "programma inrichten");
        work.Add("select programme, organisation, role, after_days from party");
        work.Add(Unrelated);
        var known = new HashSet<(string, string, string, int)>();
        bool unrelated;
        await using (var reader = await work.Read())
        {
            await reader.NextResultAsync();
            while (await reader.ReadAsync())
            {
                known.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)));
            }

            await reader.NextResultAsync();
            unrelated = await reader.ReadAsync();
        }

        // What another programme's files said stays: an import knows one programme only.
        var codes = programmes.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        if (known.Where(k => codes.Contains(k.Item1)).ToHashSet().SetEquals(wanted) && !unrelated)
        {
            return;
        }

        work.Journal(Act.PartiesSet);
        work.Add("select set_parties($1, $2, $3, $4, $5, $6)", codes.ToArray(),
            Column.Text(wanted, w => w.Programme), Column.Text(wanted, w => w.Organisation), Column.Text(wanted, w => w.Role), Column.Int(wanted, w => w.AfterDays), work.EntryId);
        work.Add("select relate(array(select d.id from dossier d where not exists (select from relation r where r.dossier_id = d.id and r.kind = 'intake')))");
        await work.Save();
    }

    private static IEnumerable<(string Programme, string Organisation, string Role, int AfterDays)> Of(Programme programme) =>
        programme.Partners.SelectMany(p => p.Roles.Where(r => r != Intake).Select(r => (programme.Code, p.Code, r, programme.Work.AfterCareDays)))
            .Concat(programme.Intake is { } intake ? [(programme.Code, intake, Intake, programme.Work.AfterCareDays)] : []);
}
