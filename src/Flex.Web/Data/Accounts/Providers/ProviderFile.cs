using Flex.Web.Data.Programmes;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Reads with which identity providers people may sign in: sign-in.json in the folder of the installation. Without that file there are none.</summary>
internal static class ProviderFile
{
    public const string Name = "sign-in.json";

    /// <summary>Everything that is wrong is told at once, with its place; nothing starts on half a file.</summary>
    /// <param name="variable">Reads a variable of the environment, where a secret may be.</param>
    public static IReadOnlyList<IdentityProvider> Read(string folder, ProgrammeLibrary library, Func<string, string?> variable)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return [];
        }

        var findings = new Findings();
        var found = LocatedJson.Read(Bytes(path), Name, findings) is { } file
            ? LocatedObject.Whole(file, f => f.Distinct("providers", p => new ProviderFields(p, folder, library, variable).Read(), "code"))
            : [];
        return findings.Errors.Count == 0 ? found : throw new RefusedException($"{path} klopt niet:{string.Concat(findings.Errors.Select(f => Environment.NewLine + f))}");
    }

    internal static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{path} is niet te lezen. Geef dit programma leesrecht, of haal het bestand weg.");
        }
    }
}
