using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;
using Flex.Web.Features.Imports;

namespace Flex.Bench.Data;

/// <summary>A database with many dossiers: the applications through the file door, care and answers added straight in the tables.</summary>
internal static class ManyDossiers
{
    // As the superuser and past the triggers: how they came in is not what is measured here.
    private const string Care = """
        set session_replication_role = replica;
        select setseed(0.2023);
        insert into care_entry (id, dossier_id, pillar, day, quarters, caregiver, act_id, entry_id)
        select gen_random_uuid(), d.dossier_id, d.pillar, a.received_on + (n * 9), 4 + (random() * 60)::int, 'kraamverzorgende (verzonnen)', gen_random_uuid(), d.entry_id
        from decision d join application a on a.dossier_id = d.dossier_id cross join generate_series(1, 3) n
        where d.outcome = 'toegelaten'
        """;

    // A fifth of the families waits: then every place is taken.
    private const string Full = "set session_replication_role = replica; update place set capacity = taken, free_since = null";

    public static async Task<Database> Make(Cluster cluster, RoomyProgrammes programmes, int count)
    {
        var database = await cluster.Clone();
        var file = new ApplicationsFile(programmes.Programme, programmes.Library.National).Write(cluster.Files, count);
        await ImportFile.Run(database.Db, programmes.Library, "applications", file, new ImportOptions(programmes.Programme.Code), TextWriter.Null, CancellationToken.None);
        await database.AsAdmin(Care);
        foreach (var form in programmes.Programme.Newest())
        {
            await database.AsAdmin(Answers(form));
        }

        await database.AsAdmin(Full);
        await database.AsAdmin("vacuum (analyze)");
        return database;
    }

    private static string Answers(Questionnaire form)
    {
        var options = string.Join(", ", form.Items.Select(i => $"('{i.Code}', array[{string.Join(", ", i.Options.Select(o => $"'{o.Code}'"))}])"));
        return $"""
            set session_replication_role = replica;
            with filled as (
                insert into response (id, dossier_id, questionnaire, version, filled_on, entry_id)
                select gen_random_uuid(), dossier_id, '{form.Code}', '{form.Version}', received_on + 30, entry_id from application where random() < 0.7 returning id
            )
            insert into answer (response_id, item, answer)
            select f.id, o.item, o.options[1 + floor(random() * cardinality(o.options))::int]
            from filled f cross join (values {options}) o(item, options) where random() < 0.95
            """;
    }
}
