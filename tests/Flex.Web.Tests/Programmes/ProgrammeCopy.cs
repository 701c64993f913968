using Flex.Web.Data.Programmes;
using Xunit;

namespace Flex.Web.Tests.Programmes;

/// <summary>A copy of the repository's programme folder that a test may break.</summary>
internal sealed class ProgrammeCopy : IDisposable
{
    public const char Here = '‸';
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static string Original { get; } = Path.Combine(RepositoryRoot(), "programmes");

    public string Folder { get; } = Directory.CreateTempSubdirectory("flex-p").FullName;

    public ProgrammeCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories).Where(f => !f.Contains("reconstruction")))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public ProgrammeLibrary Load() => ProgrammeLibrary.Load(Folder, Today);

    public IReadOnlyList<Finding> Findings() => Assert.Throws<ProgrammeFileException>(() => Load()).Findings;

    /// <summary>Replaces the first occurrence; answers line and column of the mark in <paramref name="new"/>, which is not written.</summary>
    public (int Line, int Column) Edit(string file, string old, string @new)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not contain {old}");
        var edited = text[..at] + @new + text[(at + old.Length)..];
        var mark = edited.IndexOf(Here);
        var before = edited[..Math.Max(mark, 0)];
        File.WriteAllText(path, edited.Replace(Here.ToString(), ""));
        return (before.Count(c => c == '\n') + 1, mark - before.LastIndexOf('\n'));
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "GeboortezorgFlex.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
