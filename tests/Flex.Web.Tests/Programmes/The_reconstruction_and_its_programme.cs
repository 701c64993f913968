using Flex.Web.Data.Programmes;
using Xunit;

namespace Flex.Web.Tests.Programmes;

/// <summary>The reconstructed files use only codes that the programme data knows; the two were written apart.</summary>
public sealed class The_reconstruction_and_its_programme
{
    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.Load(ProgrammeCopy.Original, ProgrammeCopy.Today);

    [Fact]
    public void Share_their_answers()
    {
        var items = Library.Programmes["zuid-limburg-2021"].Questionnaires.Where(q => q.Version == "1").SelectMany(q => q.Items).ToArray();
        var (head, rows) = Read("questionnaires.csv");
        Assert.Equal(items.Select(i => i.Code).Order(StringComparer.Ordinal), head[5..].Order(StringComparer.Ordinal));
        foreach (var item in items)
        {
            var answers = rows.Select(r => r[Array.IndexOf(head, item.Code)]).Where(a => a.Length > 0).Distinct();
            Assert.Equal(item.Options.Select(o => o.Code).Order(StringComparer.Ordinal), answers.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Share_their_factors_municipalities_insurers_and_providers()
    {
        var (head, rows) = Read("applications.csv");
        var pilot = Library.Programmes["zuid-limburg-2021"];
        IEnumerable<string> Column(string name) => rows.SelectMany(r => r[Array.IndexOf(head, name)].Split('|', StringSplitOptions.RemoveEmptyEntries)).Distinct();
        Assert.Empty(Column("subfactoren").Except(Library.National.Factors.Factors.Where(f => f.Parent is not null).Select(f => f.Code)));
        Assert.Empty(Column("gemeente").Except(Library.National.Municipalities.Select(m => m.Code)));
        Assert.Empty(Column("verzekeraar").Except(Library.National.Insurers.SelectMany(i => new[] { i.Label, i.Uzovi ?? i.Label })));
        Assert.Empty(Column("aanbieder").Except(pilot.Providers.Select(p => p.Code)));
    }

    // The reconstruction quotes no cell in the columns read here.
    private static (string[] Head, string[][] Rows) Read(string file)
    {
        string[][] lines = [.. File.ReadLines(Path.Combine(ProgrammeCopy.Original, "zuid-limburg-2021", "reconstruction", file)).Select(l => l.Split(','))];
        return (lines[0], lines[1..]);
    }
}
