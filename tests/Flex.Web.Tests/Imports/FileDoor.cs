using System.Globalization;
using System.Text;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Features.Imports;
using Flex.Web.Tests.Reconstruction;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>A database of a test with files that are read into it, and what the import said.</summary>
internal sealed class FileDoor(TestDatabase database) : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("flex-import").FullName;

    public static DateOnly Today { get; } = new(2024, 7, 1);

    public static ProgrammeLibrary Library { get; } = ProgrammeLibrary.Load(Path.Combine(ReconstructedFiles.Folder, "..", ".."), Today);

    public TestDatabase Database => database;

    public static async Task<FileDoor> Open(TestCluster cluster) => new(await cluster.Clone());

    public string Rejects => Path.Combine(folder, "afgekeurd.csv");

    public string Write(byte[] content)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".csv");
        File.WriteAllBytes(path, content);
        return path;
    }

    public Task<Said> Read(string kind, string text) => ReadFile(kind, Write(Encoding.UTF8.GetBytes(text)));

    public async Task<Said> ReadFile(string kind, string path, string? sender = null, CancellationToken stop = default)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var rejects = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".afgekeurd.csv");
        var code = await ImportFile.Run(database.Db(Today), Library, kind, path, new ImportOptions("zuid-limburg-2021", sender, rejects), output, stop);
        return new(code, output.ToString(), File.Exists(rejects) ? await File.ReadAllTextAsync(rejects, CancellationToken.None) : "");
    }

    public async Task<long> Count(string from) => (long)(await database.AsAdmin("select count(*) from " + from))!;

    /// <summary>Everything that rows become, without ids, times and what is sealed: equal for two ways to the same end.</summary>
    public async Task<string> Everything() => (string)(await database.AsAdmin("""
        with n as (select dossier_id d, number from import_row where kind = 'applications'), lines as (
            select 'd' t, concat_ws('|', n.number, d.programme, d.organisation, d.opened_on, m.name, m.name_key, m.birth_date, m.postcode, a.received_on, a.applicant, a.helpers,
                a.first_pregnancy, a.due_date, a.birth_date, a.provider, a.pillars::text, a.note) l
            from n join dossier d on d.id = n.d join mother m on m.dossier_id = d.id join application a on a.dossier_id = d.id
            union all select 'r', concat_ws('|', number, during::text, municipality) from n join residence on dossier_id = d
            union all select 'i', concat_ws('|', number, during::text, insurer, concern) from n join insurance on dossier_id = d
            union all select 's', concat_ws('|', number, assessed_on, assessed_by, judgement, class, possible, factor_count) from n join assessment on dossier_id = d
            union all select 'f', concat_ws('|', number, factor, state, leaf) from n join assessment s on s.dossier_id = d join assessment_factor f on f.assessment_id = s.id
            union all select 'b', concat_ws('|', number, length(lookup)) from n join vault.bsn on dossier_id = d
            union all select 'k', concat_ws('|', number, length(wrapped)) from n join vault.dossier_key on dossier_id = d
            union all select 'x', concat_ws('|', number, pillar, outcome, proposal, decided_on, decided_by, reason, criteria_version, length(facts)) from n join decision on dossier_id = d
            union all select 'c', concat_ws('|', number, pillar, day, quarters, caregiver, note) from n join care_entry on dossier_id = d
            union all select 'q', concat_ws('|', number, questionnaire, version, filled_on, item, answer) from n join response p on p.dossier_id = d left join answer a on a.response_id = p.id
            union all select 'n', concat_ws('|', kind, sender, number, length(content), dossier_id is null) from import_row
            union all select 'w', concat_ws('|', w.sender, w.number, n.number, why) from likely_duplicate w left join n on n.d = w.resembles
            union all select 'p', concat_ws('|', programme, pillar, capacity, taken) from place
            union all select 'j', concat_ws('|', act, number, effective_day, count(*)) from journal.entry e join n on n.d = e.dossier_id where act <> 'ImportDone' group by act, number, effective_day)
        select coalesce(string_agg(t || ':' || l, E'\n' order by t, l), '') from lines
        """))!;

    public async Task<object?> One(string sql) => await database.AsAdmin(sql);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Exit code, what was printed, and the rejects file.</summary>
internal sealed record Said(int Code, string Text, string Rejects);
