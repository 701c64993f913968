using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Flex.Web.Tests.Commands;

/// <summary>The executable as a process of its own: what it prints, how it ends, and how it dies.</summary>
internal sealed class FlexProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly StringBuilder said = new();
    private readonly Process process;

    private FlexProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "flex.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // Everything a log could tell, so that a test may look for what it must not.
        start.Environment["Logging__LogLevel__Default"] = "Debug";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.StandardInput.Close();
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public static FlexProcess Start(params IEnumerable<string> arguments) => new(arguments);

    /// <summary>Starts it with some environment variables of its own.</summary>
    public static FlexProcess With(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) => new(arguments, environment);

    /// <summary>Runs to the end and answers the exit code and all that was said.</summary>
    public static async Task<(int Code, string Said)> Run(params IEnumerable<string> arguments)
    {
        using var flex = new FlexProcess(arguments);
        return (await flex.End(), flex.Said);
    }

    /// <summary>Waits until it says <paramref name="text"/>; fails when it ends first.</summary>
    public async Task Says(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Said.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(process.HasExited || patience.IsCancellationRequested, $"'{text}' was never said:\n{Said}");
            await Task.WhenAny(process.WaitForExitAsync(patience.Token), Task.Delay(50, patience.Token));
        }
    }

    public async Task<int> End()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task<int> Stop()
    {
        using var ask = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await End();
    }

    /// <summary>Lets it die without a word, as a crash does.</summary>
    public async Task Die()
    {
        process.Kill();
        await End();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.AppendLine(line.Data);
        }
    }
}
