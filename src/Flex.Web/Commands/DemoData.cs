using Flex.Web.Data;
using Flex.Web.Data.Cluster;
using Flex.Web.Features.Imports;

namespace Flex.Web.Commands;

/// <summary>Fills a demonstration with the reconstructed pilots that lie beside the programmes, through the same file doors as everyone.</summary>
internal static class DemoData
{
    private static readonly string[] Files = ["applications", "care", "questionnaires"];

    /// <summary>Imports what is not there yet; rows that are in are skipped, so that every start may ask again.</summary>
    public static async Task Fill(Host host, string programmes, TextWriter output, CancellationToken stop)
    {
        // The reconstruction runs past the day on which the demonstration stands still: it comes in on the real clock.
        var db = new FlexDb(host.Installation.App, host.Installation.Keys, new ProgrammeClock(TimeProvider.System));
        foreach (var programme in host.Library.Programmes.Values.Where(p => p.IsReconstruction))
        {
            var folder = Path.Combine(programmes, programme.Code, "reconstruction");
            var rows = DemoRows.Read(folder);
            var left = Directory.CreateTempSubdirectory("flex-demo-");
            try
            {
                foreach (var kind in Files.Where(k => File.Exists(Path.Combine(folder, k + ".csv"))))
                {
                    var file = Path.Combine(folder, kind + ".csv");
                    var options = new ImportOptions(programme.Code, DemoHours.ImportedBy, Path.Combine(host.Installation.Folder.Rejects, $"{programme.Code}-{kind}.csv"));
                    await ImportFile.Run(db, host.Library, kind, kind == ImportCare.Name ? rows.WithoutThem(file, left.FullName) : file, options, output, stop);
                }
            }
            finally
            {
                left.Delete(recursive: true);
            }

            await DemoHours.LayDown(host, programme, rows, output, stop);
        }
    }

    /// <summary>Refuses a demonstration on anything that is not one: a given database, or a folder that holds something else.</summary>
    public static void Claim(string data)
    {
        _ = Connections.FromEnvironment() is null ? 0 : throw new RefusedException("FLEX_DB_APP is gezet: een demonstratie draait nooit op een gegeven database.");
        DataFolder.OpenDemo(data);
    }

    public static async Task Reset(string data, TextWriter output)
    {
        await PrivateCluster.Remove(DataFolder.OpenDemo(data));
        await output.WriteLineAsync("De gegevens van de demonstratie zijn weggegooid.");
    }
}
