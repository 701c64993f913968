namespace Flex.Domain.Tests.House;

/// <summary>The files of the repository as they stand, without what is built or fetched.</summary>
internal static class Tree
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", ".git", "artifacts", "TestResults"];

    public static readonly string Root = FindRoot();

    /// <summary>Every file whose path begins with <paramref name="under"/> and ends in one of <paramref name="endings"/> (all when none is given), by its path from the root.</summary>
    public static IReadOnlyList<SourceFile> Files(string under = "", params string[] endings) =>
        [.. Walk(Path.Combine(Root, under)).Where(p => endings.Length == 0 || endings.Any(e => p.EndsWith(e, StringComparison.Ordinal))).Select(One).OrderBy(f => f.Path, StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Every line of <paramref name="files"/> that <paramref name="broken"/> answers something about, as "path(line): what".</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<SourceFile> files, Func<string, string?> broken) =>
        [.. files.SelectMany(f => f.Lines.Select((line, i) => broken(line) is { } what ? $"{f.Path}({i + 1}): {what}" : null)).OfType<string>()];

    /// <summary>Fails with every one that is wrong, a line each.</summary>
    public static void None<T>(IEnumerable<T> wrong) => Assert.True(!wrong.Any(), "\n  " + string.Join("\n  ", wrong));

    private static SourceFile One(string path) => new(Path.GetRelativePath(Root, path), File.ReadAllText(path));

    // What the style build makes is in wwwroot and never committed.
    private static IEnumerable<string> Walk(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f) != ".git").Concat(Directory.EnumerateDirectories(folder)
            .Where(d => !Skipped.Contains(Path.GetFileName(d)) && Path.GetRelativePath(Root, d) != Path.Combine("src", "Flex.Web", "wwwroot"))
            .SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GeboortezorgFlex.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The repository is not above " + AppContext.BaseDirectory);
    }
}

/// <summary>A file of the repository.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string[] Lines { get; } = Text.TrimEnd('\n').Split('\n');
}
