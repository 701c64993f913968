using System.Text.Json;
using Flex.Web.Commands;
using Flex.Web.Data.Programmes;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Npgsql;

namespace Flex.Web.Tests.Privacy;

public sealed class The_register_of_processing(TestCluster cluster)
{
    private const string Tables = "select s.nspname || '.' || c.relname from pg_class c join pg_namespace s on s.oid = c.relnamespace where c.relkind in ('r', 'p') and not c.relispartition and s.nspname in ('public', 'vault', 'journal')";

    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void Is_the_one_that_stands_in_the_documents() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Root, "docs/privacy/register.md")), ProcessingRegister.Of(ProgrammeLibrary.Load(ProgrammeCopy.Original, Day)));

    [Fact]
    public async Task Has_every_table_in_exactly_one_class()
    {
        await using var database = await cluster.Clone();
        await using var admin = NpgsqlDataSource.Create(database.AdminConnection);
        var named = ProgrammeLibrary.Load(ProgrammeCopy.Original, Day).National.Processing.SelectMany(c => c.Tables).ToList();
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(ProgrammeCopy.Original, ProcessingFile.Name), TestContext.Current.CancellationToken));
        named.AddRange(file.RootElement.GetProperty("notPersonal").EnumerateArray().Select(t => t.GetString()!));

        Assert.Equal((await StoredRows.Column(admin, Tables)).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_for_each_class_a_controller_that_takes_part()
    {
        var library = ProgrammeLibrary.Load(ProgrammeCopy.Original, Day);

        Assert.All(library.Programmes.Values.Where(p => p.AcceptsApplications), p => Assert.All(library.National.Processing, c => Assert.Contains(p.Partners, partner => partner.Roles.Intersect(c.Controllers).Any())));
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "GeboortezorgFlex.slnx")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }
}
