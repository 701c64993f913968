namespace Flex.Domain.Tests.House;

/// <summary>What a newcomer can read in a day has small files and small methods. The ten longest are printed on every run.</summary>
public sealed class Sizes_of_the_source
{
    private static readonly IReadOnlyList<SourceFile> Source = Tree.Files("src", ".cs", ".razor");
    private static readonly IReadOnlyList<Outline> Outlines = [.. Source.Select(Outline.Of)];

    [Fact]
    public void Files_are_short()
    {
        var files = Source.Select(f => (Name: f.Path, Size: f.Lines.Length)).ToList();
        Print("files", files);
        Within(files, median: 40, almost: 160, stop: 300);
    }

    [Fact]
    public void Methods_are_short()
    {
        var methods = Outlines.SelectMany(o => o.Members).Where(m => m.Method).Select(Named).ToList();
        Print("methods", methods);
        Within(methods, median: 8, almost: 35, stop: 60);
    }

    [Fact]
    public void Properties_stop_where_methods_stop() =>
        Tree.None(Outlines.SelectMany(o => o.Members).Where(m => m.Lines > 60).Select(Named));

    [Fact]
    public void Files_of_tests_stop_at_600_lines() =>
        Tree.None(Tree.Files("tests", ".cs").Concat(Tree.Files("bench", ".cs")).Where(f => f.Lines.Length > 600).Select(f => f.Path));

    [Fact]
    public void A_constructor_takes_at_most_five_services()
    {
        var types = Outlines.SelectMany(o => o.Types).ToList();
        var services = types.Where(t => t.Kind == "class").Select(t => t.Name)
            .Except(["DossierKey"]) // a value of one dossier, like its number
            .Concat(["NpgsqlDataSource", "NpgsqlConnection", "TimeProvider", "IServiceProvider", "HttpContext", "ILogger"]).ToHashSet(StringComparer.Ordinal);

        // A record of plain values is data and may be as wide as what it describes; a class, or a record that holds a service, may not.
        Tree.None(types
            .Where(t => t.Parameters.Count > 5 && (t.Kind == "class" || t.Parameters.Any(p => services.Contains(p.Split(' ', '<', '?')[0]))))
            .Select(t => $"{t.Path}: {t.Name} takes {t.Parameters.Count}"));
    }

    [Fact]
    public void Interfaces_are_rare()
    {
        var types = Outlines.SelectMany(o => o.Types).Where(t => t.Kind != "namespace").ToList();
        var interfaces = types.Where(t => t.Kind == "interface").Select(t => t.Name).ToList();
        Assert.True(interfaces.Count <= types.Count * 0.04, $"{interfaces.Count} of {types.Count} types: {string.Join(", ", interfaces)}");
    }

    private static (string Name, int Size) Named(DeclaredMember member) => ($"{member.Path}({member.Line}) {member.Name}", member.Lines);

    private static void Within(List<(string Name, int Size)> all, int median, int almost, int stop)
    {
        var sizes = all.Select(a => a.Size).Order().ToList();
        Assert.NotEmpty(sizes);
        var found = (Median: sizes[sizes.Count / 2], Almost: sizes[(int)Math.Ceiling(sizes.Count * 0.95) - 1], Stop: sizes[^1]);
        Assert.True(found.Median <= median && found.Almost <= almost && found.Stop <= stop,
            $"median {found.Median} (≤ {median}), 95 % {found.Almost} (≤ {almost}), longest {found.Stop} (≤ {stop})\n" + Longest(all));
    }

    private static void Print(string what, List<(string Name, int Size)> all)
    {
        var sizes = all.Select(a => a.Size).Order().ToList();
        Console.WriteLine($"The ten longest {what} of {sizes.Count} (median {sizes[sizes.Count / 2]}, 95 % {sizes[(int)Math.Ceiling(sizes.Count * 0.95) - 1]}):\n{Longest(all)}");
    }

    private static string Longest(List<(string Name, int Size)> all) =>
        string.Join('\n', all.OrderByDescending(a => a.Size).Take(10).Select(a => $"  {a.Size,4} {a.Name}"));
}
