using System.Text.Json;
using System.Text.Json.Nodes;
using Flex.Domain.Programmes;
using Flex.Web.Data.Programmes;

namespace Flex.Bench.Data;

/// <summary>The real programmes with places and years enough for a hundred thousand families, in a copy of their folder.</summary>
internal sealed record RoomyProgrammes(string Folder, ProgrammeLibrary Library, Programme Programme)
{
    private const int Places = 10_000_000;
    private const string Last = "2099-12-31";

    public static RoomyProgrammes In(string files)
    {
        var real = Path.Combine(AppContext.BaseDirectory, "programmes");
        var folder = Path.Combine(files, "programmes");
        foreach (var file in Directory.EnumerateFiles(real, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(real, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        var code = Pilot(ProgrammeLibrary.Load(real, DateOnly.FromDateTime(DateTime.Today))).Code;
        Widen(Path.Combine(folder, code, "programme.json"));
        foreach (var criteria in Directory.EnumerateFiles(Path.Combine(folder, code, "criteria")))
        {
            File.WriteAllText(criteria, File.ReadAllText(criteria).Replace("\"until\": \"2023-12-31\"", $"\"until\": \"{Last}\"", StringComparison.Ordinal));
        }

        var library = ProgrammeLibrary.Load(folder, DateOnly.FromDateTime(DateTime.Today));
        return new(folder, library, library.Programmes[code]);
    }

    /// <summary>The pilot: the reconstruction that takes applications.</summary>
    public static Programme Pilot(ProgrammeLibrary library) => library.Programmes.Values.Single(p => p is { IsReconstruction: true, AcceptsApplications: true });

    private static void Widen(string path)
    {
        var programme = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (var period in (string[])["applications", "care"])
        {
            programme["periods"]![period]!["until"] = Last;
        }

        foreach (var pillar in programme["pillars"]!.AsArray())
        {
            pillar!["places"] = Places;
        }

        File.WriteAllText(path, programme.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
