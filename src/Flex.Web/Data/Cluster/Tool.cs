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

    public static async Task<(int Code, string Said)> Try(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} start niet.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
