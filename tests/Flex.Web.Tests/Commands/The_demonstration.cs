using System.Globalization;
using Flex.Web.Data.Cluster;

namespace Flex.Web.Tests.Commands;

/// <summary>Starting, starting twice, stopping and crashing, with real processes and a real server.</summary>
public sealed class The_demonstration : IAsyncLifetime
{
    private readonly string data = Path.Combine(Path.GetTempPath(), "flex-d" + Guid.NewGuid().ToString("N")[..8]);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(data))
        {
            await PrivateCluster.Remove(DataFolder.Open(data));
        }
    }

    [Fact]
    public async Task Is_filled_by_itself_and_survives_a_second_start_a_crash_and_a_stop()
    {
        var (port, other) = (FlexProcess.FreePort(), FlexProcess.FreePort());
        using var first = Demo(port);
        await first.Says("Gegevens:");
        Assert.Contains("applications.csv: 150 rijen gelezen: 150 opgeslagen", first.Said, StringComparison.Ordinal);

        var (refused, why) = await FlexProcess.Run("demo", "--port", Text(port), "--data", data);
        Assert.Equal(1, refused);
        Assert.Contains($"Op poort {port} luistert al een programma", why, StringComparison.Ordinal);

        using var beside = Demo(other);
        await beside.Says("Gegevens:");
        Assert.Contains("150 overgeslagen", beside.Said, StringComparison.Ordinal);

        await first.Die();
        Assert.Equal("ok", await Ready(other));
        Assert.Equal(0, await beside.Stop());
        Assert.False(File.Exists(Path.Combine(data, "cluster", "data", "postmaster.pid")), "the last user stops the server");

        using var again = Demo(port);
        await again.Says("Gegevens:");
        Assert.Equal("ok", await Ready(port));
        await again.Die();
        var (code, said) = await FlexProcess.Run("journal", "verify", "--data", data);
        Assert.True(code == 0, said);
        Assert.Contains("Het journaal is heel.", said, StringComparison.Ordinal);
    }

    private FlexProcess Demo(int port) => FlexProcess.Start("demo", "--port", Text(port), "--data", data);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static async Task<string> Ready(int port)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync($"http://127.0.0.1:{port}/health/ready");
    }
}
