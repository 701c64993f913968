using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Features.Exports;
using Flex.Web.Features.Imports;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Exports;

/// <summary>What export writes, import reads: the same dossiers, without BSN, and whose data left is in the journal.</summary>
public sealed class Exporting_the_reconstruction(TestCluster cluster)
{
    private const string Same = """
        select md5(string_agg(x, '|' order by x)) from (
            select concat_ws(',', m.name, m.birth_date, m.postcode, a.received_on, a.applicant, a.helpers, a.first_pregnancy, a.due_date, a.birth_date, a.provider, a.pillars,
                   a.note, s.judgement, s.class, s.possible, s.factor_count, s.assessed_by, s.assessed_on,
                   (select string_agg(f.factor || f.state || f.leaf, ';' order by f.factor) from assessment_factor f where f.assessment_id = s.id),
                   (select string_agg(d.pillar || d.outcome || d.proposal || d.decided_on || coalesce(d.reason, ''), ';' order by d.pillar) from decision d where d.dossier_id = a.dossier_id),
                   (select string_agg(c.pillar || ' ' || c.day || ' ' || c.quarters || c.caregiver, ';' order by c.pillar, c.day, c.quarters, c.caregiver) from care_entry c where c.dossier_id = a.dossier_id),
                   (select string_agg(r.questionnaire || r.filled_on || (select string_agg(w.item || w.answer, ';' order by w.item) from answer w where w.response_id = r.id), ';' order by r.questionnaire) from response r where r.dossier_id = a.dossier_id)) as x
            from application a join mother m using (dossier_id) left join assessment s using (dossier_id)) t
        """;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "programmes");
    private static readonly string[] Kinds = ["applications", "care", "questionnaires"];
    private readonly ProgrammeLibrary library = ProgrammeLibrary.Load(Folder, new DateOnly(2026, 11, 21));

    [Fact]
    public async Task Comes_back_the_same_through_the_file_doors()
    {
        await using var first = await cluster.Clone();
        await using var second = await cluster.Clone();
        var folder = Directory.CreateTempSubdirectory("flex-export").FullName;
        var programme = library.Programmes.Values.Single(p => p.IsReconstruction);
        await Import(first, kind => Path.Combine(Folder, programme.Code, "reconstruction", kind + ".csv"), folder);
        foreach (var kind in Kinds)
        {
            Assert.Equal(0, await ExportFile.Run(first.Db(), library, (kind, "geboortezorg-limburg"), Path.Combine(folder, kind + ".csv"), programme.Code, TextWriter.Null, TestContext.Current.CancellationToken));
        }

        await Import(second, kind => Path.Combine(folder, kind + ".csv"), folder);

        Assert.Equal(await first.AsAdmin(Same), await second.AsAdmin(Same));
        Assert.Equal(150L, await second.AsAdmin("select count(*) from dossier"));
        Assert.Equal(0L, await second.AsAdmin("select count(*) from vault.bsn"));
        Assert.Equal(3L, await first.AsAdmin("select count(*) from journal.entry where act = 'ExportMade' and cardinality(objects) > 0"));
        Directory.Delete(folder, recursive: true);
    }

    private async Task Import(TestDatabase database, Func<string, string> file, string rejects)
    {
        await Places.Set(database.Db(), library.Programmes.Values);
        await Parties.Set(database.Db(), library.Programmes.Values);
        foreach (var kind in Kinds)
        {
            var said = new StringWriter();
            var code = await ImportFile.Run(database.Db(), library, kind, file(kind), new ImportOptions(Rejects: Path.Combine(rejects, "rejects-" + kind)), said, TestContext.Current.CancellationToken);
            Assert.True(code == 0, said.ToString());
        }
    }
}
