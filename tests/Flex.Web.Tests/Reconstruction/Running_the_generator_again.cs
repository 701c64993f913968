using System.Diagnostics;
using Xunit;

namespace Flex.Web.Tests.Reconstruction;

public sealed class Running_the_generator_again
{
    [Fact]
    public async Task Gives_the_committed_files_byte_for_byte()
    {
        var folder = Directory.CreateTempSubdirectory("flex-reconstruction-");
        try
        {
            await Make(folder.FullName);
            Assert.All(ReconstructedFiles.Names, name => Assert.Equal(
                File.ReadAllBytes(Path.Combine(ReconstructedFiles.Folder, name)),
                File.ReadAllBytes(Path.Combine(folder.FullName, name))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Reads_no_file()
    {
        var source = File.ReadAllText(Path.Combine(ReconstructedFiles.Folder, "make.cs"));
        Assert.All(["File.Read", "File.Open", "FileStream", "StreamReader", "HttpClient"], door => Assert.DoesNotContain(door, source, StringComparison.Ordinal));
    }

    private static async Task Make(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["run", "make.cs", "--", folder])
        {
            WorkingDirectory = ReconstructedFiles.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
