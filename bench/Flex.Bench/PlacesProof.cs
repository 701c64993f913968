using System.Diagnostics;
using System.Globalization;
using Flex.Bench.Running;

namespace Flex.Bench;

/// <summary>150 is never 151: the proof of the tests with all its rounds (20, or 500 with --long), in a process of its own. It says how many rounds held, not how fast it is.</summary>
internal static class PlacesProof
{
    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        var rounds = settings.Quick ? 1 : settings.Long ? 500 : 20;
        var start = new ProcessStartInfo("dotnet", ["exec", Tests(), "-noColor", "-class", "Flex.Web.Tests.Decisions.Places_under_pressure"])
        {
            RedirectStandardOutput = true,
            Environment = { ["FLEX_ROUNDS"] = rounds.ToString(CultureInfo.InvariantCulture) },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var told = said.Split('\n').FirstOrDefault(l => l.StartsWith("Places: ", StringComparison.Ordinal));
        // No line: nothing was proved, whatever the process answered (no such test, say).
        var failed = process.ExitCode == 0 && told is not null ? 0 : 1;
        return [new("places", $"failures in {rounds} rounds of 6,400 attempts over 64 connections on 150 places", "-", new(failed, failed, failed), Bound.Most(0), told?.Trim() ?? "the proof failed: run ./flex test Places_under_pressure")];
    }

    // Beside this program: ./flex bench builds the tests too.
    private static string Tests() => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../tests/Flex.Web.Tests/bin/Release/net10.0/Flex.Web.Tests.dll"));
}
