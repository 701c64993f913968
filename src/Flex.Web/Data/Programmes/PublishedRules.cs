using System.Security.Cryptography;
using System.Text;

namespace Flex.Web.Data.Programmes;

/// <summary>The chained list of published criteria, questionnaires, factor lists and indicators: what stands in it never changes again.</summary>
/// <remarks>
/// One line per file: hash, two spaces, path. The hash covers the previous line's hash, the path and the content, so that
/// neither a file nor the list itself (order, removed lines) can be changed unseen.
/// </remarks>
internal static class PublishedRules
{
    public const string List = "published.txt";

    private sealed record Line(string Hash, string Path);

    /// <summary>What differs from the list, in Dutch, with what to do; empty when nothing does.</summary>
    public static IReadOnlyList<Finding> Verify(string folder)
    {
        var findings = new List<Finding>();
        var lines = Read(folder);
        for (var i = 0; i < lines.Count; i++)
        {
            if (Problem(folder, i == 0 ? "" : lines[i - 1].Hash, lines[i]) is { } problem)
            {
                findings.Add(new Finding(List, i + 1, 1, problem, "Zet het terug zoals het was; een wijziging is een nieuw bestand met een nieuwe versie."));
            }
        }

        findings.AddRange(Unpublished(folder, lines).Select(path => new Finding(path, 1, 1, "Dit bestand is nog niet gepubliceerd.", "Voeg het toe aan published.txt (zie docs/publishing-a-rule.md).")));
        return findings;
    }

    /// <summary>Adds the files that are not in the list yet at its end; answers their paths. What stands in the list stays as it is.</summary>
    public static IReadOnlyList<string> Append(string folder)
    {
        var lines = Read(folder);
        string[] added = [.. Unpublished(folder, lines)];
        foreach (var path in added)
        {
            lines.Add(new Line(Hash(folder, lines.Count == 0 ? "" : lines[^1].Hash, path), path));
        }

        File.WriteAllText(Path.Combine(folder, List), string.Concat(lines.Select(l => $"{l.Hash}  {l.Path}\n")));
        return added;
    }

    private static string? Problem(string folder, string previous, Line line) =>
        !File.Exists(Path.Combine(folder, line.Path)) ? $"{line.Path} is gepubliceerd maar weg."
        : Hash(folder, previous, line.Path) != line.Hash ? $"{line.Path} (of de regel hiervoor) is na publicatie veranderd."
        : null;

    private static List<Line> Read(string folder)
    {
        var path = Path.Combine(folder, List);
        return File.Exists(path)
            ? [.. File.ReadAllLines(path).Select(text => text.Split("  ", 2) is [var hash, var file] ? new Line(hash, file) : new Line(text, ""))]
            : [];
    }

    private static IEnumerable<string> Unpublished(string folder, List<Line> lines)
    {
        var files = new ProgrammeFolder(folder, new Findings());
        return files.Files("national/factors", "*.json")
            .Concat(files.Files("indicators", "*.sql"))
            .Concat(files.Folders("").SelectMany(programme => files.Files($"{programme}/criteria", "*.json")
                .Concat(files.Folders($"{programme}/questionnaires").SelectMany(name => files.Files(name, "*.json")))))
            .Except(lines.Select(l => l.Path))
            .ToArray();
    }

    private static string Hash(string folder, string previous, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{previous}\n{path}\n"));
        hash.AppendData(File.ReadAllBytes(Path.Combine(folder, path)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
