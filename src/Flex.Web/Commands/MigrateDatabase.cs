using Flex.Web.Data;
using Flex.Web.Data.Migrations;

namespace Flex.Web.Commands;

/// <summary>flex migrate: runs the migrations that the database has not had, and opens the journal's current months.</summary>
internal static class MigrateDatabase
{
    public static async Task<int> Run(CommonOptions options, TextWriter output)
    {
        await using var installation = await Installation.Open(options.Data, TimeProvider.System);
        var count = await Migrator.Migrate(installation.Connections.Owner, TimeProvider.System);
        await output.WriteLineAsync(count == 0 ? "De database is bij." : $"{count} migratie(s) uitgevoerd.");
        return 0;
    }
}
