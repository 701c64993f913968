using Flex.Web.Data.Cluster;

namespace Flex.Web.Commands;

/// <summary>Fills a demonstration with the reconstructed pilots that lie beside the programmes, through the same file doors as everyone.</summary>
internal static class DemoData
{
    public static async Task Fill(Host host, TextWriter output, CancellationToken stop)
    {
        await Task.CompletedTask;
        _ = (host, output, stop);
    }

    public static async Task Reset(string data, TextWriter output)
    {
        var folder = DataFolder.Open(data);
        await PrivateCluster.Remove(folder);
        await output.WriteLineAsync("De gegevens van de demonstratie zijn weggegooid.");
    }
}
