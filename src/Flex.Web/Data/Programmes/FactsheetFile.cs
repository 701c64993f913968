using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads which figures and texts a programme's factsheet shows, and checks them against the indicators and questionnaires.</summary>
internal sealed class FactsheetFile(Programme programme, FactorList factors, IReadOnlyDictionary<string, Indicator> indicators)
{
    private static readonly string[] Charts = ["bars", "stacked", "columns", "share"];
    private readonly HashSet<string> figureCodes = new(StringComparer.Ordinal);

    public IReadOnlyList<FactsheetSection> Sections(LocatedObject file) => file.Distinct("sections", Section, "code");

    private FactsheetSection Section(LocatedObject s) => new(
        s.Text("code"),
        s.Text("title"),
        s.Each("figures", Figure),
        s.Each("texts", t => new TextBlock(t.Text("code"), t.Text("version"), t.Text("text"), t.Source())));

    private FactsheetFigure Figure(LocatedObject f)
    {
        var indicator = f.Code("indicator", [.. indicators.Keys], "cijfer (een bestand in indicators)");
        var parameters = Parameters(f, indicator);
        var read = new FactsheetFigure(f.Text("code"), indicator, f.Text("label"), parameters, f.Code("chart", Charts, "soort grafiek"), Categories(f), f.TextOrNull("invented"));
        if (!figureCodes.Add(read.Code))
        {
            f.Wrong(f.Peek("code") ?? f.Value, $"Het cijfer \"{read.Code}\" staat al eerder op deze factsheet.", "Geef het een eigen code.");
        }

        if (parameters.TryGetValue("questionnaire", out var questionnaire) && parameters.TryGetValue("item", out var item))
        {
            FactsheetQuestion.Check(f, programme.Questionnaires, questionnaire, item, [.. read.Categories.Select(c => c.Code)], parameters.GetValueOrDefault("declined"));
        }

        return read;
    }

    private IReadOnlyList<AnswerOption> Categories(LocatedObject f) => f.Peek("categories") switch
    {
        { Kind: LocatedKind.Text, Text: "factors" } => [.. factors.Factors.Where(x => x.Kind != FactorKind.Protective).Select(x => new AnswerOption(x.Code, x.Label))],
        { Kind: LocatedKind.Text, Text: "hour-bins" } => [.. programme.HourBins.Select(b => new AnswerOption(b.Label, b.Label + " uur"))],
        { Kind: LocatedKind.Text } word => Neither(f, word),
        _ => QuestionnaireFiles.Options(f, "categories"),
    };

    private static IReadOnlyList<AnswerOption> Neither(LocatedObject f, Located word)
    {
        f.Wrong(word, $"\"{word.Text}\" is geen bekende reeks categorieën.", "Schrijf \"factors\", \"hour-bins\" of een lijst met code en label.");
        return [];
    }

    /// <summary>What the figure fills in for its query; the bins of the programme are filled in for it.</summary>
    private Dictionary<string, string> Parameters(LocatedObject f, string indicator)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var wanted = indicators.GetValueOrDefault(indicator)?.Parameters ?? [];
        if (f.Object("parameters") is not { } block)
        {
            return given;
        }

        foreach (var name in wanted.Where(name => name != "bins"))
        {
            given[name] = block.Text(name);
        }

        if (indicators.ContainsKey(indicator))
        {
            LocatedObject.Whole(block, b => b);
        }

        PillarExists(block, given);
        if (wanted.Contains("bins"))
        {
            given["bins"] = string.Join('|', programme.HourBins.Select(b => $"{b.Label}:{b.FromQuarters}:{b.BelowQuarters}"));
        }

        return given;
    }

    private void PillarExists(LocatedObject block, Dictionary<string, string> given)
    {
        if (given.ContainsKey("pillar"))
        {
            block.Check(block.Peek("pillar") ?? block.Value, [.. programme.Pillars.Select(p => $"{p.Number}")], "pijler");
        }
    }
}
