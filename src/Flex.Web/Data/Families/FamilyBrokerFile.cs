using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Data.Families;

/// <summary>Reads through which brokers families sign in: family-sign-in.json in the folder of the installation. Without that file there are none.</summary>
internal static class FamilyBrokerFile
{
    public const string Name = "family-sign-in.json";

    /// <summary>Everything that is wrong is told at once, with its place; nothing starts on half a file.</summary>
    /// <param name="variable">Reads a variable of the environment, where a secret may be.</param>
    public static IReadOnlyList<FamilyBroker> Read(string folder, ProgrammeLibrary library, Func<string, string?> variable)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return [];
        }

        var findings = new Findings();
        var found = LocatedJson.Read(ProviderFile.Bytes(path), Name, findings) is { } file
            ? LocatedObject.Whole(file, f => f.Distinct("brokers", b => new ProviderFields(b, folder, library, variable).ReadBroker(), "code"))
            : [];
        return findings.Errors.Count == 0 ? found : throw new RefusedException($"{path} klopt niet:{string.Concat(findings.Errors.Select(f => Environment.NewLine + f))}");
    }
}
