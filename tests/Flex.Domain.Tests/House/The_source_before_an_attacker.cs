using System.Globalization;
using System.Text.RegularExpressions;

namespace Flex.Domain.Tests.House;

/// <summary>What the source leaves out, so that nobody can misuse it. What it has instead stands in one place.</summary>
public sealed partial class The_source_before_an_attacker
{
    private static readonly IReadOnlyList<SourceFile> Code = Tree.Files("src", ".cs", ".razor", ".csproj");

    [Fact]
    public void Leaves_memory_to_the_runtime() => Tree.None(Found(Unguarded()));

    // Each is a constant that the compiler reads (GeneratedRegex).
    [Fact]
    public void Makes_no_pattern_of_what_was_typed() => Tree.None(Found(MadePattern()));

    [Fact]
    public void Starts_programs_in_one_place_and_without_a_shell()
    {
        Assert.Equal(["src/Flex.Web/Data/Cluster/Tool.cs"], Files(Starting()));
        var tool = Tree.Read("src/Flex.Web/Data/Cluster/Tool.cs");
        Assert.Contains("new ProcessStartInfo(program, arguments)", tool, StringComparison.Ordinal);
        Assert.Contains("IEnumerable<string> arguments", tool, StringComparison.Ordinal);
        Assert.Contains("UseShellExecute = false", tool, StringComparison.Ordinal);
        Tree.None(Found(Shell()));
    }

    // The database apart: its address is in the environment and nowhere else.
    [Fact]
    public void Asks_nobody_but_itself_the_mail_server_and_the_providers_that_were_configured()
    {
        Assert.Equal(["src/Flex.Web/Commands/ServeSite.cs", "src/Flex.Web/Data/Accounts/Providers/ProviderSetting.cs", "src/Flex.Web/Data/Mail/SmtpDoor.cs"], Files(Asking()));
        Assert.Contains("probe.Connect(\"127.0.0.1\", port)", Tree.Read("src/Flex.Web/Commands/ServeSite.cs"), StringComparison.Ordinal);
        Assert.Contains("new SmtpClient(settings.Host, settings.Port)", Tree.Read("src/Flex.Web/Data/Mail/SmtpDoor.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_chance_from_the_system_and_for_a_session_at_least_128_bits()
    {
        Tree.None(Found(OtherChance()));
        string[] sessions = ["src/Flex.Web/Data/Accounts/OpenSession.cs", "src/Flex.Web/Data/Families/FamilySession.cs"];
        Assert.All(sessions, path =>
        {
            var bytes = Made().Matches(Tree.Read(path)).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
            Assert.NotEmpty(bytes);
            Assert.All(bytes, b => Assert.InRange(b, 16, 64));
        });
    }

    private static IReadOnlyList<string> Found(Regex what) => Tree.Lines(Code, line => what.Match(line) is { Success: true } found ? found.Value : null);

    private static IEnumerable<string> Files(Regex what) => Code.Where(f => what.IsMatch(f.Text)).Select(f => f.Path);

    [GeneratedRegex(@"\bunsafe\b|AllowUnsafeBlocks|DllImport|LibraryImport|\bMarshal\.|\bUnsafe\.|\bMemoryMarshal\.|\bGCHandle\b")]
    private static partial Regex Unguarded();

    [GeneratedRegex(@"new Regex\(|\bRegex\.(Match|Matches|IsMatch|Replace|Split|Count|EnumerateMatches)\(")]
    private static partial Regex MadePattern();

    [GeneratedRegex(@"\bProcessStartInfo\b|\bProcess\.Start\(")]
    private static partial Regex Starting();

    [GeneratedRegex(@"/bin/(ba|da)?sh\b|""(ba|da)?sh""|cmd\.exe|powershell|UseShellExecute = true")]
    private static partial Regex Shell();

    [GeneratedRegex(@"new (HttpClient|SmtpClient|TcpClient|UdpClient|Socket|WebClient|ClientWebSocket|HttpRequestMessage)\b|WebRequest\.|AddHttpClient|IHttpClientFactory")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\bnew Random\b|\bRandom\.Shared\b|\bGuid\.NewGuid\b")]
    private static partial Regex OtherChance();

    [GeneratedRegex(@"RandomNumberGenerator\.GetBytes\(([0-9]+)\)")]
    private static partial Regex Made();
}
