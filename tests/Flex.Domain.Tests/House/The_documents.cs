using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Flex.Domain.Tests.House;

/// <summary>What a newcomer reads is true as far as a test can see.</summary>
public sealed partial class The_documents
{
    private static readonly IReadOnlyList<SourceFile> Documents = Tree.Files("", ".md");

    [Fact]
    public void Promise_two_commands_that_the_script_has()
    {
        var promised = CommandLine().Matches(Tree.Read("README.md")).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["demo", "test"], promised);
        Assert.All(promised, verb => Assert.Contains($"\n    {verb})\n", Tree.Read("flex"), StringComparison.Ordinal));
    }

    [Fact]
    public void Are_run_by_the_build_as_they_stand() =>
        Assert.EndsWith("/../flex\" test", Tree.Read(".ci/run").TrimEnd(), StringComparison.Ordinal);

    [Fact]
    public void Name_no_verb_that_does_not_exist()
    {
        var known = ScriptVerb().Matches(Tree.Read("flex")).Concat(Tree.Files("src/Flex.Web/Commands", ".cs").SelectMany(f => CommandVerb().Matches(f.Text)))
            .Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Tree.None(Tree.Lines(Documents, line => NamedVerb().Matches(line).Select(m => m.Groups[1].Value).FirstOrDefault(v => !known.Contains(v))));
    }

    [Fact]
    public void Link_to_what_is_there() =>
        Tree.None(Documents.SelectMany(d => Link().Matches(Shown(d.Text)).Select(m => m.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !Resolves(d, link))
            .Select(link => $"{d.Path}: {link}")));

    [Fact]
    public void Name_files_that_are_there() =>
        Tree.None(Tree.Lines(Documents, line => NamedFile().Matches(line).Select(m => m.Groups[1].Value).FirstOrDefault(path => !Tree.Has(path))));

    // Word for word the text that the packages of NL Design System carry, without the marks of Markdown.
    [Fact]
    public void Carry_the_unaltered_licence()
    {
        var licence = Tree.Read("LICENSE");
        Assert.StartsWith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n\nEUPL © the European Union 2007, 2016\n", licence, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 15).Select(n => $"{n}"), Article().Matches(licence).Select(m => m.Groups[1].Value));
        Assert.Contains("\nAppendix\n", licence, StringComparison.Ordinal);
        Assert.Equal("7d08b59fecb8f3e4c3d2b0b6901c3036f8061bd8eb0ad11a0da490fbda478e03", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(licence))));
    }

    [Theory]
    [InlineData("publiccodeYmlVersion: \"0\"")]
    [InlineData("name: ")]
    [InlineData("url: ")]
    [InlineData("platforms:")]
    [InlineData("developmentStatus: ")]
    [InlineData("softwareType: ")]
    [InlineData("organisation:\n  uri: ")]
    [InlineData("description:\n  en:\n    shortDescription: ")]
    [InlineData("    longDescription: ")]
    [InlineData("    features:")]
    [InlineData("legal:\n  license: EUPL-1.2")]
    [InlineData("maintenance:\n  type: community\n  contacts:\n    - name: ")]
    [InlineData("localisation:\n  localisationReady: ")]
    [InlineData("  availableLanguages:")]
    public void Describe_the_software_with_every_mandatory_key(string key) => Assert.Contains("\n" + key, "\n" + Tree.Read("publiccode.yml"), StringComparison.Ordinal);

    [Fact]
    public void Keep_the_short_description_within_150_characters() =>
        Assert.All(ShortDescription().Matches(Tree.Read("publiccode.yml")), m => Assert.InRange(m.Groups[1].Length, 1, 150));

    [Fact]
    public void Account_for_every_dependency()
    {
        var record = Tree.Read("docs/adr/0007-dependencies.md");
        var packages = Package().Matches(Tree.Read("Directory.Packages.props")).Concat(Tree.Files("", "package.json").SelectMany(f => Npm().Matches(f.Text))).Select(m => m.Groups[1].Value).ToList();
        Assert.True(packages.Count > 10);
        Tree.None(packages.Where(p => !record.Contains(p, StringComparison.Ordinal) && !record.Contains(p.Split('/')[^1], StringComparison.Ordinal)));
    }

    private static string Shown(string text) => Code().Replace(Comment().Replace(text, ""), "");

    private static bool Resolves(SourceFile from, string link)
    {
        var parts = link.Split('#');
        var path = parts[0].Length == 0 ? from.Path : Path.GetRelativePath(Tree.Root, Path.GetFullPath(Path.Combine(Tree.Root, Path.GetDirectoryName(from.Path)!, parts[0])));
        return Tree.Has(path) && (parts.Length == 1 || Heading().Matches(Tree.Read(path)).Any(h => Anchor(h.Groups[1].Value) == parts[1]));
    }

    private static string Anchor(string heading) =>
        new([.. heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c)]);

    [GeneratedRegex(@"^\./flex ([\w-]+)", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"^    (\w+)\)$", RegexOptions.Multiline)]
    private static partial Regex ScriptVerb();

    [GeneratedRegex(@"new(?: Command)?\(""([\w-]+)"", ")]
    private static partial Regex CommandVerb();

    [GeneratedRegex(@"\bflex ([a-z]+(?:-[a-z]+)*)\b(?=[^""]*`|\s*$)")]
    private static partial Regex NamedVerb();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|programmes|docs|bench)/[\w./-]+\.(?:cs|razor|md|txt|sql|json|csv|mjs))`")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"^(\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex Article();

    [GeneratedRegex(@"shortDescription: (.*)")]
    private static partial Regex ShortDescription();

    [GeneratedRegex(@"PackageVersion Include=""([^""]+)""")]
    private static partial Regex Package();

    [GeneratedRegex(@"^    ""(@?[\w./-]+)"": ""\d", RegexOptions.Multiline)]
    private static partial Regex Npm();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
