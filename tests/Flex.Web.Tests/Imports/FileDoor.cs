using System.Globalization;
using System.Text;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Features.Imports;
using Flex.Web.Tests.Reconstruction;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>A database of a test with files that are read into it, and what the import said.</summary>
internal sealed class FileDoor(TestDatabase database) : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("flex-import").FullName;

    public static DateOnly Today { get; } = new(2024, 7, 1);

    public static ProgrammeLibrary Library { get; } = ProgrammeLibrary.Load(Path.Combine(ReconstructedFiles.Folder, "..", ".."), Today);

    public TestDatabase Database => database;

    public static async Task<FileDoor> Open(TestCluster cluster) => new(await cluster.Clone());

    public string Rejects => Path.Combine(folder, "afgekeurd.csv");

    public string RejectedText => File.Exists(Rejects) ? File.ReadAllText(Rejects) : "";

    public string Write(byte[] content)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".csv");
        File.WriteAllBytes(path, content);
        return path;
    }

    public Task<Said> Read(string kind, string text) => ReadFile(kind, Write(Encoding.UTF8.GetBytes(text)));

    public async Task<Said> ReadFile(string kind, string path, string? sender = null, CancellationToken stop = default)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        File.Delete(Rejects);
        var code = await ImportFile.Run(database.Db(Today), Library, kind, path, new ImportOptions("zuid-limburg-2021", sender, Rejects), output, stop);
        return new(code, output.ToString(), RejectedText);
    }

    public async Task<long> Count(string from) => (long)(await database.AsAdmin("select count(*) from " + from))!;

    public async Task<object?> One(string sql) => await database.AsAdmin(sql);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Exit code, what was printed, and the rejects file.</summary>
internal sealed record Said(int Code, string Text, string Rejects);
