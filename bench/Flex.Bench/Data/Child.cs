using System.Diagnostics;
using System.Globalization;
using Flex.Web.Data;

namespace Flex.Bench.Data;

/// <summary>A verb of the executable in a process of its own: how long it took and the most memory it held.</summary>
internal static class Child
{
    public static async Task<(double Seconds, double PeakMegabytes, string Said)> Run(Installation installation, params IEnumerable<string> verb)
    {
        var dotnet = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "flex.dll"), .. verb, "--data", installation.Folder.Root])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["FLEX_DB_OWNER"] = installation.Connections.Owner, ["FLEX_DB_APP"] = installation.Connections.App, ["FLEX_DB_STATS"] = installation.Connections.Stats },
        };
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        var (ended, peak) = (process.WaitForExitAsync(), 0.0);
        while (await Task.WhenAny(ended, Task.Delay(25)) != ended)
        {
            peak = Math.Max(peak, Peak(process.Id));
        }

        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        return process.ExitCode == 0 ? (seconds, peak, await said) : throw new InvalidOperationException($"flex {string.Join(' ', verb)} ended with {process.ExitCode}: {await said}{await wrong}");
    }

    // The kernel keeps the highest value itself; it only goes up, so the last look is the peak.
    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
