namespace Flex.Web.Data.Programmes;

/// <summary>The folder with programme data: names its files as their authors know them, from the folder on and with forward slashes.</summary>
internal sealed record ProgrammeFolder(string Root, Findings Findings)
{
    public bool Exists(string file) => File.Exists(Path.Combine(Root, file));

    public LocatedObject? Json(string file)
    {
        if (Exists(file))
        {
            return LocatedJson.Read(Path.Combine(Root, file), file, Findings);
        }

        Findings.Add(file, 1, 1, "Dit bestand ontbreekt.", "Zet het terug, of maak het aan naar het voorbeeld van een ander programma.");
        return null;
    }

    /// <summary>Reads a file whole: with every field that nobody asked for as a finding.</summary>
    public T? Read<T>(string file, Func<LocatedObject, T> read)
        where T : class => Json(file) is { } found ? LocatedObject.Whole(found, read) : null;

    public IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Path.Combine(Root, folder))
            ? Directory.EnumerateFiles(Path.Combine(Root, folder), pattern).Select(Relative).Order(StringComparer.Ordinal)
            : [];

    public IEnumerable<string> Folders(string folder) =>
        Directory.Exists(Path.Combine(Root, folder))
            ? Directory.EnumerateDirectories(Path.Combine(Root, folder)).Select(Relative).Order(StringComparer.Ordinal)
            : [];

    private string Relative(string path) => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');
}
