using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Criteria that somebody tries before they are published: the programme as it would be. Every way in throws <see cref="ProgrammeFileException"/> with all findings; nothing is kept.</summary>
internal static class ChangedCriteria
{
    /// <summary>With one criteria file for every day of application; <paramref name="name"/> is what its findings call it.</summary>
    public static Programme Read(ProgrammeLibrary library, Programme programme, byte[] file, string name)
    {
        var findings = new Findings();
        var codes = CriteriaCodes.Of(library.National, programme.Providers, programme.Pillars);
        var read = LocatedJson.Read(file, name, findings) is { } found
            ? LocatedObject.Whole(found, new CriteriaFiles(new ProgrammeFolder("", findings), programme.Code, codes).Alone)
            : null;
        return read is not null && findings.Errors.Count == 0 ? programme with { Criteria = [read] } : throw new ProgrammeFileException(findings.Errors);
    }

    /// <summary>With a criteria file, or as the folder of a changed programme (or the folder around it) says it.</summary>
    public static Programme Open(ProgrammeLibrary library, Programme programme, string path)
    {
        var whole = Path.GetFileName(path) == "programme.json" ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        return Directory.Exists(whole) ? Folder(library, programme, Path.GetFullPath(whole).TrimEnd('/'))
            : File.Exists(path) ? Read(library, programme, File.ReadAllBytes(path), path)
            : throw new RefusedException($"{path} is er niet. Noem een bestand met criteria, of de map van een veranderd programma.");
    }

    private static Programme Folder(ProgrammeLibrary library, Programme programme, string folder)
    {
        var own = File.Exists(Path.Combine(folder, "programme.json"));
        // Another folder beside it may well carry the code: never try that one in silence.
        var root = !own ? folder : Path.GetFileName(folder) == programme.Code ? Path.GetDirectoryName(folder)!
            : throw new RefusedException($"{folder} heet niet {programme.Code}. Een programma staat in een map met zijn eigen code.");
        var files = new ProgrammeFolder(root, new Findings());
        var read = new ProgrammeFiles(files, programme.Code, library.National, library.Indicators).Read();
        return read is null || files.Findings.Errors.Count > 0 ? throw new ProgrammeFileException(files.Findings.Errors)
            : read.Criteria.Any(c => c.Applied) ? read
            : throw new RefusedException($"In {folder} past {programme.Code} geen enkele versie van de criteria toe. Zet bij één versie applied op true.");
    }
}
