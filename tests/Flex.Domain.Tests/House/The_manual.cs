using System.Globalization;
using System.Text.RegularExpressions;
using Flex.Domain.Accounts;

namespace Flex.Domain.Tests.House;

/// <summary>What docs/running.md and SECURITY.md say of passwords, limits, keys and terms is what the source does.</summary>
public sealed partial class The_manual
{
    private static readonly string Running = Tree.Read("docs/running.md");
    private static readonly string SignIn = Section("Passwords, tries and sessions");
    private static readonly string Keys = Section("Keys and algorithms");

    [Fact]
    public void Lists_words_of_this_place_that_are_no_password()
    {
        var words = Ticked().Matches(SignIn.Split('\n').First(l => l.StartsWith("A password ", StringComparison.Ordinal))).Select(m => m.Groups[1].Value).Where(w => !char.IsAsciiDigit(w[0])).ToList();

        Assert.True(words.Count > 10, "the list was read");
        Assert.All(words, w => Assert.Contains("makkelijk te raden", PasswordText.Wrong($"{char.ToUpperInvariant(w[0])}{w[1..]}2026!!!!"), StringComparison.Ordinal));
        Assert.Contains($"{PasswordText.Shortest} to {PasswordText.Longest} characters", SignIn, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_decides_beside_who_somebody_is_and_from_when()
    {
        const string Limit = "src/Flex.Web/Data/Accounts/SignInLimit.cs";
        Assert.Contains($"| {Number(Limit, "FreePair = ")} tries, by that browser alone |", SignIn, StringComparison.Ordinal);
        Assert.Contains($"not known, at one account | signing in | {Number(Limit, "FreeAccount = ")} tries |", SignIn, StringComparison.Ordinal);
        Assert.Contains($"at all accounts | signing in | {Number(Limit, "FreeOrigin = ")} tries |", SignIn, StringComparison.Ordinal);
        Assert.Contains($"counts for {Number("src/Flex.Web/Data/Accounts/FreshSignIn.cs", "FromMinutes(")} minutes", SignIn, StringComparison.Ordinal);
        Assert.Contains($"within {Number("src/Flex.Web/Data/Accounts/LiveSessions.cs", "FromSeconds(")} seconds", SignIn, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_how_long_a_session_lasts_how_many_there_may_be_and_where_that_deviates()
    {
        Assert.Contains($"| {Number("src/Flex.Web/Commands/ServeSite.cs", "FromMinutes(")} minutes (`FLEX_IDLE_MINUTES`) | the session ends", SignIn, StringComparison.Ordinal);
        Assert.Contains($"| {Number("src/Flex.Web/Data/Accounts/OpenSession.cs", "LongestHours = ")} hours | the session ends |", SignIn, StringComparison.Ordinal);
        Assert.Contains("NIST SP 800-63B", SignIn, StringComparison.Ordinal);
        Assert.Contains("any number of sessions at once", SignIn, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_every_key_with_what_it_protects_and_when_it_is_replaced()
    {
        var source = Tree.Read("src/Flex.Web/Data/Journal/KeySet.cs");
        var purposes = Derived().Matches(source).Select(m => m.Groups[1].Value).Concat(Quoted().Matches(Purposes().Match(source).Value).Select(m => m.Groups[1].Value)).ToList();

        Assert.Equal(8, purposes.Count);
        Tree.None(purposes.Where(p => !Keys.Contains($"`{p}`", StringComparison.Ordinal)));
        Assert.All(Keys.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)), l => Assert.Equal(5, l.Trim('|').Split('|').Count(c => c.Trim().Length > 0)));
    }

    // A new algorithm in the source must be named, with what it is for.
    [Fact]
    public void Lists_every_algorithm_and_the_source_uses_no_other()
    {
        var used = Tree.Files("src", ".cs", ".razor").SelectMany(f => f.Lines).SelectMany(l => Algorithm().Matches(Comment().Replace(l, "")).Select(m => m.Value)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal(["AesGcm", "HKDF", "HMACSHA1", "HMACSHA256", "PasswordHasher", "SHA256"], used);
        Tree.None(used.Where(a => !Keys.Contains($"`{a}`", StringComparison.Ordinal)));
        Assert.Contains("ECDHE and AES-GCM", Keys, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_within_how_many_days_a_weak_component_is_replaced()
    {
        var terms = Days().Matches(Tree.Read("SECURITY.md")).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(3, terms.Count);
        Assert.Equal(terms.Order(), terms);
        Assert.InRange(terms[0], 1, 7); // BIO 12.6.1.1
    }

    private static string Section(string heading) => Running.Split($"\n## {heading}\n") is [_, var rest] ? rest.Split("\n## ")[0] : throw new InvalidOperationException("docs/running.md has no " + heading);

    // The first number behind a text of the source.
    private static string Number(string path, string behind) =>
        Regex.Match(Tree.Read(path), Regex.Escape(behind) + "([0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"{path} has no {behind}");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Ticked();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("Derive\\(master, \"([^\"]+)\"\\)")]
    private static partial Regex Derived();

    [GeneratedRegex("Purposes = \\[.*\\]")]
    private static partial Regex Purposes();

    [GeneratedRegex(@"\b(Aes\w*|DES\w*|TripleDES\w*|RC2\w*|MD5\w*|SHA\d\w*|SHA3\w*|HMAC\w+|HKDF|RSA\w*|DSA\w*|ECDsa\w*|ECDiffieHellman\w*|ChaCha20Poly1305|Rfc2898DeriveBytes|MLKem\w*|MLDsa\w*|PasswordHasher)\b")]
    private static partial Regex Algorithm();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\| [^|]+ \| ([0-9]+)(?: days)? \|$", RegexOptions.Multiline)]
    private static partial Regex Days();
}
