using System.Text.RegularExpressions;

namespace Flex.Domain.Tests.House;

/// <summary>What may never be committed, and what must be.</summary>
public sealed partial class The_repository
{
    private static readonly string[] Examples = ["010000008", "111222333", "123456782", "249566758"];

    // This folder names what it looks for.
    private static readonly IReadOnlyList<SourceFile> Files = [.. Tree.Files().Where(f => !f.Path.StartsWith("tests/Flex.Domain.Tests/House/", StringComparison.Ordinal))];

    [Fact]
    public void Names_no_registry_and_no_path_of_one_machine() =>
        Tree.None(Tree.Lines(Files, line => OneMachine().Match(line) is { Success: true } found ? found.Value : null));

    [Fact]
    public void Holds_no_secret()
    {
        Tree.None(Files.Where(f => SecretFile().IsMatch(f.Path)).Select(f => f.Path));
        Tree.None(Tree.Lines(Files, line => Secret().IsMatch(line) ? "looks like a secret" : null));
    }

    // Synthetic persons have a number that is never issued; tests of the elfproef use published or trivial examples.
    [Fact]
    public void Holds_no_citizen_service_number_that_could_be_somebodys() =>
        Tree.None(Tree.Lines(Files, line => NineDigits().Matches(line).Select(m => m.Value).FirstOrDefault(n => Eleven(n) && !n.StartsWith("9999", StringComparison.Ordinal) && !Examples.Contains(n))));

    [Fact]
    public void Pins_every_dependency_in_a_lock_file()
    {
        var projects = Files.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(projects);
        Assert.All(projects, p => Assert.True(Tree.Has(Path.Combine(Path.GetDirectoryName(p.Path)!, "packages.lock.json")), p.Path));
        Assert.All(projects, p => Assert.DoesNotMatch("PackageReference[^>]*Version=", p.Text));
        Assert.All(Files.Where(f => Path.GetFileName(f.Path) == "package.json"), p => Assert.True(Tree.Has(Path.Combine(Path.GetDirectoryName(p.Path)!, "package-lock.json")), p.Path));
    }

    [Fact]
    public void Builds_every_project_in_the_solution()
    {
        var solution = Tree.Read("GeboortezorgFlex.slnx");
        Assert.All(Files.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal)), p => Assert.Contains($"\"{p.Path}\"", solution, StringComparison.Ordinal));
    }

    // A property that MSBuild does not know is ignored in silence, so each is named here once more and was broken once.
    [Theory]
    [InlineData("<Nullable>enable</Nullable>")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [InlineData("<EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>")]
    [InlineData("<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>")]
    [InlineData("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"")]
    [InlineData("<PackageReference Include=\"Meziantou.Analyzer\"")]
    [InlineData("<AdditionalFiles Include=\"$(MSBuildThisFileDirectory)BannedSymbols.txt\"")]
    public void Builds_with_its_rails_on(string line) => Assert.Contains(line, Tree.Read("Directory.Build.props"), StringComparison.Ordinal);

    [Theory]
    [InlineData("CS8509")]
    [InlineData("RS0030")]
    [InlineData("IDE0161")]
    public void Counts_as_an_error(string rule) => Assert.Contains($"dotnet_diagnostic.{rule}.severity = error", Tree.Read(".editorconfig"), StringComparison.Ordinal);

    private static bool Eleven(string digits) => digits.Select((d, i) => (d - '0') * (i == 8 ? -1 : 9 - i)).Sum() % 11 == 0 && digits.Any(d => d != '0');

    [GeneratedRegex(@"registry\.npmjs|api\.nuget\.org|""resolved""\s*:\s*""http|npm\.pkg\.|pypi\.org/simple|(?<![\w./~)}-])/(tmp|root|home|work|Users)/\w|[A-Z]:\\\\?Users", RegexOptions.IgnoreCase)]
    private static partial Regex OneMachine();

    [GeneratedRegex(@"\.(pem|key|pfx|p12|kdbx)$|(^|/)\.env($|\.)|(^|/)id_(rsa|ed25519)$|NuGet\.config$|\.npmrc$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretFile();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{20,}|\bBearer [\w.-]{20,}|\beyJ[\w-]{10,}\.[\w-]{10,}|(?i:password|passwd|secret|api_?key|token)\s*[:=]\s*[""']?(?!\$|\{)[A-Za-z0-9+/=_-]{12,}[""';]")]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?<![\w.])[0-9]{9}(?![\w.])")]
    private static partial Regex NineDigits();
}
