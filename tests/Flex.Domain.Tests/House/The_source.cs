using System.Text.Json;
using System.Text.RegularExpressions;

namespace Flex.Domain.Tests.House;

/// <summary>Rules of the house that a scan over the text can hold.</summary>
public sealed partial class The_source
{
    private static readonly IReadOnlyList<SourceFile> Code = Tree.Files("src", ".cs", ".razor");
    private static readonly IReadOnlyList<SourceFile> Pages = Tree.Files("src", ".razor");

    // The file doors look for many families at once, by the sender's own number, for likely duplicates or for a whole
    // programme that goes out: set by set in one journaled unit of work. No other file reads these tables outside Data.
    private static readonly string[] FileDoors =
    [
        "src/Flex.Web/Features/Exports/ExportQueries.cs",
        "src/Flex.Web/Features/Imports/SenderDossiers.cs",
        "src/Flex.Web/Features/Imports/SettleDuplicate.cs",
        "src/Flex.Web/Features/Imports/StoredResponses.cs",
    ];

    // What belongs to one programme: its code with and without the year, its name, its partners and providers, its versions
    // of criteria, its municipalities and the sub-regions. Insurers' concerns and the other municipalities are national.
    [Fact]
    public void Holds_no_name_or_code_of_a_programme()
    {
        var words = ProgrammeWords();
        Assert.Contains("zuid-limburg-2021", words);
        Assert.Contains("Parkstad", words);
        Assert.Contains("Heerlen", words);
        var pattern = new Regex($@"(?<![\w-])({string.Join('|', words.Select(Regex.Escape))})(?![\w-])", RegexOptions.IgnoreCase);
        Tree.None(Tree.Lines(Tree.Files("src"), line => pattern.Match(line) is { Success: true } found ? found.Value : null));
    }

    [Fact]
    public void Keeps_features_apart_they_meet_in_Domain_Data_or_Ui()
    {
        var broken = Tree.Files("src/Flex.Web/Features", ".cs", ".razor").SelectMany(f =>
        {
            var own = f.Path.Split('/')[3];
            return OtherFeature().Matches(f.Text).Where(m => m.Groups[1].Value + m.Groups[2].Value != own).Select(m => $"{f.Path}: {m.Value}");
        });
        Tree.None(broken);
    }

    [Fact]
    public void Names_a_feature_only_where_the_site_and_the_verbs_are_put_together() =>
        Tree.None(Code
            .Where(f => !f.Path.StartsWith("src/Flex.Web/Features/", StringComparison.Ordinal) && !f.Path.StartsWith("src/Flex.Web/Commands/", StringComparison.Ordinal)
                && f.Path != "src/Flex.Web/Site.cs" && OtherFeature().IsMatch(f.Text))
            .Select(f => f.Path));

    [Fact]
    public void Gives_each_feature_file_the_namespace_of_its_folder() =>
        Tree.None(Tree.Files("src/Flex.Web/Features", ".cs")
            .Where(f => !f.Text.Contains($"namespace Flex.Web.Features.{f.Path.Split('/')[3]};", StringComparison.Ordinal)).Select(f => f.Path));

    [Fact]
    public void Lets_no_query_ask_the_server_for_the_time() =>
        Tree.None(Tree.Lines(Tree.Files("src", ".cs", ".sql").Concat(Tree.Files("programmes", ".sql")), line => ServerTime().Match(line) is { Success: true } found ? found.Value : null));

    [Fact]
    public void Reads_dossier_tables_only_behind_the_two_doors() =>
        Tree.None(Tree.Lines(
            Code.Where(f => !f.Path.StartsWith("src/Flex.Web/Data/", StringComparison.Ordinal) && !FileDoors.Contains(f.Path)),
            line => DossierTable().Match(line) is { Success: true } found ? found.Value : null));

    [Fact]
    public void Lists_no_file_door_that_is_gone() => Assert.All(FileDoors, path => Assert.Matches(DossierTable(), Tree.Read(path)));

    // The frame of every page alone is given the site, to show whether it is a demonstration.
    [Fact]
    public void Lets_no_page_decide_or_reach_the_database() =>
        Tree.None(Tree.Lines(Pages, line => line == "@inject SiteOptions Site" ? null : NotInAPage().Match(line) is { Success: true } found ? found.Value : null));

    // Printing is the page once more, on paper.
    [Fact]
    public void Lets_no_handler_render() =>
        Tree.None(Tree.Lines(
            Code.Where(f => f.Path != "src/Flex.Web/Features/Factsheets/FactsheetPdf.cs" && f.Path.EndsWith(".cs", StringComparison.Ordinal) && (f.Path.StartsWith("src/Flex.Web/Features/", StringComparison.Ordinal) || f.Path.StartsWith("src/Flex.Web/Api/", StringComparison.Ordinal))),
            line => Rendering().Match(line) is { Success: true } found ? found.Value : null));

    // The content security policy allows neither; a page without script must work.
    [Fact]
    public void Has_no_style_or_script_inside_a_page() =>
        Tree.None(Tree.Lines(Pages, line => Inline().Match(line) is { Success: true } found ? found.Value : null));

    // The compiled references are tested in Shared/PureDomainTests; this stops one that is not used yet.
    [Fact]
    public void Gives_the_domain_no_reference_at_all() =>
        Assert.DoesNotContain("Reference", Tree.Read("src/Flex.Domain/Flex.Domain.csproj"), StringComparison.Ordinal);

    [Fact]
    public void Lists_every_warning_that_is_switched_off()
    {
        var off = Tree.Lines(Tree.Files("src", ".cs", ".razor", ".csproj"), line => SwitchedOff().Match(line) is { Success: true } found ? found.Value.Trim() : null);
        Console.WriteLine($"Warnings switched off in the source: {off.Count}\n{string.Join('\n', off.Select(o => "  " + o))}");
        Assert.Equal(
            [
                "src/Flex.Web/Program.cs: #pragma warning disable RS0030", // the one place that knows the console
            ],
            off.Select(o => LineNumber().Replace(o, "")));
    }

    private static IReadOnlySet<string> ProgrammeWords()
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var municipalities = Json("programmes/national/municipalities.json").GetProperty("municipalities").EnumerateArray().ToList();
        words.UnionWith(municipalities.Select(m => m.GetProperty("subRegion").GetString()).OfType<string>());
        foreach (var programme in Tree.Files("programmes", "/programme.json").Select(f => JsonDocument.Parse(f.Text).RootElement))
        {
            var code = Text(programme, "code");
            var listed = programme.GetProperty("municipalities").GetProperty("codes").EnumerateArray().Select(c => c.GetString()).ToHashSet();
            words.UnionWith([code, TailOfCode().Replace(code, ""), Text(programme, "name")]);
            words.UnionWith(municipalities.Where(m => listed.Contains(Text(m, "code"))).SelectMany(m => new[] { Text(m, "name"), Text(m, "code") }));
            words.UnionWith(programme.GetProperty("partners").EnumerateArray().Concat(programme.GetProperty("providers").EnumerateArray())
                .SelectMany(p => new[] { Text(p, "code"), Text(p, "name") }).Where(w => w.Length > 3 && w != "overgenomen")); // a plain word
            words.UnionWith(programme.GetProperty("criteria").EnumerateArray().Select(c => Text(c, "version")));
        }
        return words;
    }

    private static JsonElement Json(string path) => JsonDocument.Parse(Tree.Read(path)).RootElement;

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    [GeneratedRegex(@"-(\d{4}|concept)$")]
    private static partial Regex TailOfCode();

    [GeneratedRegex(@"\bFlex\.Web\.Features\.(\w+)|(?<!\.)\bFeatures\.(?!Get\b|Set\b)(\w+)")]
    private static partial Regex OtherFeature();

    [GeneratedRegex(@"\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\(\)|\b(?i:current_date|current_timestamp|current_time|localtimestamp|localtime)\b|'now'")]
    private static partial Regex ServerTime();

    [GeneratedRegex(@"\b(?i:from|join|update|using)\s+(public\.)?(dossier|mother|residence|insurance|application|assessment|assessment_factor|decision|care_entry|response|answer|vault\.\w+)\b(?!\.)")]
    private static partial Regex DossierTable();

    [GeneratedRegex(@"\b(FlexDb|Npgsql\w*|Work|OpenDossier|DossierList|DossierTables|Installation|KeyRing|DossierKey|EligibilityRule|DecisionFacts|Weighing\.Weigh|CompiledCriteria|IServiceProvider)\b|@inject\b")]
    private static partial Regex NotInAPage();

    [GeneratedRegex(@"MarkupString|HtmlRenderer|RenderTreeBuilder|RenderFragment|""[^""]*</?(p|div|span|html|table|h[1-6]|li)\b|text/html")]
    private static partial Regex Rendering();

    [GeneratedRegex(@"\sstyle\s*=\s*""|<style\b|<script(?![^>]*\bsrc=)|javascript:|\s@?on(click|change|input|submit|load|key\w+|mouse\w+)\s*=")]
    private static partial Regex Inline();

    [GeneratedRegex(@"#pragma warning disable.*|\[.*SuppressMessage.*|<NoWarn>.*")]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(@"\(\d+\)(?=: )")]
    private static partial Regex LineNumber();
}
