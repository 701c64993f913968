using Flex.Domain.Trust;
using Flex.Web.Features.Exports;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Exports;

/// <summary>A file with names goes to the kraamzorg that judges these families and keeps their record (standards.md §3.4, kraamzorg assigned), and to nobody else.</summary>
public sealed class A_file_for_who_keeps_the_record(TestCluster cluster)
{
    private const string Programme = "zuid-limburg-2021";
    private const string Keeper = "geboortezorg-limburg";

    public static TheoryData<string, string?> Others => new((from kind in NamedFiles.Kinds.Keys
                                                             from other in new[] { null, "trendbreuk", "cz", "jgz-zuid-limburg", "gemeente-heerlen", "verloskunde-elders", "geboortezorg" }
                                                             select (kind, other)).Select(c => new TheoryDataRow<string, string?>(c.kind, c.other)));

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Is_given_to_nobody_else_and_says_who_may_have_it(string kind, string? other)
    {
        await using var app = await App.Start(cluster);
        await new Builder(app).Dossier().InCare().Save();
        using var said = new StringWriter();
        var file = Path.Combine(Directory.CreateTempSubdirectory("flex-named").FullName, "file.csv");

        Assert.Equal(1, await ExportFile.Run(app.Db, app.Library, (kind, other), file, Programme, said, TestContext.Current.CancellationToken));

        Assert.Contains("--for", said.ToString(), StringComparison.Ordinal);
        Assert.Contains(Keeper, said.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(file));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ExportMade'"));
    }

    // "Elsewhere" is the same relation of another office.
    [Theory]
    [InlineData("intake", true)]
    [InlineData("ingetrokken", false)]
    [InlineData("zorg", false)]
    [InlineData("elsewhere", false)]
    [InlineData("none", false)]
    public async Task Holds_the_families_of_that_office_now_and_no_other(string relation, bool there)
    {
        await using var app = await App.Start(cluster);
        await new Builder(app).Dossier().InCare().Of("Carla Voorbeeld").Save();
        var id = await new Builder(app).Dossier().InCare().Of("Bente Kanarie").Save();
        await app.Database.AsAdmin(relation == "elsewhere" ? RelationRows.Sql("intake", id, "elders", "demo:intaker") : RelationRows.Sql(relation, id, Keeper, "demo:intaker"));
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into care_entry (id, dossier_id, pillar, day, quarters, caregiver, act_id, entry_id) values (gen_random_uuid(), '{id}', 1, '2023-05-10', 8, 'Test', gen_random_uuid(), gen_random_uuid())");
        var folder = Directory.CreateTempSubdirectory("flex-named").FullName;
        foreach (var kind in NamedFiles.Kinds.Keys)
        {
            Assert.Equal(0, await ExportFile.Run(app.Db, app.Library, (kind, Keeper), Path.Combine(folder, kind), Programme, TextWriter.Null, TestContext.Current.CancellationToken));
        }

        var applications = await File.ReadAllTextAsync(Path.Combine(folder, "applications"), TestContext.Current.CancellationToken);
        Assert.Contains("Carla Voorbeeld", applications, StringComparison.Ordinal);
        Assert.Equal(there, applications.Contains("Bente Kanarie", StringComparison.Ordinal));
        Assert.Equal(there, (await File.ReadAllTextAsync(Path.Combine(folder, "care"), TestContext.Current.CancellationToken)).Contains($"{id}", StringComparison.Ordinal));
        Assert.Equal($"uitgifte applications aan {Keeper} {(there ? 2 : 1)}", await app.Database.AsAdmin("select purpose || ' ' || cardinality(objects) from journal.entry where act = 'ExportMade' and purpose like '%applications%'"));
        Assert.Equal(there ? 2L : 0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ExportMade' and $1 = any(objects)", id));
    }
}
