using System.Diagnostics;

namespace Flex.Web.Data.Cluster;

/// <summary>Runs a program of the machine and returns what it said; a failure is an exception with its words.</summary>
internal static class Tool
{
    public static async Task<string> Run(string program, params IEnumerable<string> arguments)
    {
        var (code, said) = await Try(program, arguments);
        return code == 0 ? said : throw new InvalidOperationException($"{Path.GetFileName(program)} stopte met {code}: {said.Trim()}");
    }

    public static Task<(int Code, string Said)> Try(string program, params IEnumerable<string> arguments) => Within(Timeout.InfiniteTimeSpan, program, arguments);

    /// <summary>The same, but ended with all it started when it takes longer than <paramref name="limit"/>.</summary>
    public static async Task<(int Code, string Said)> Within(TimeSpan limit, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} start niet.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{Path.GetFileName(program)} antwoordde niet binnen {limit.TotalSeconds:0} seconden.");
        }

        return (process.ExitCode, await output + await error);
    }
}
