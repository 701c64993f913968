using Flex.Domain.Programmes;
using Flex.Domain.Statistics;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads what a publication printed (CODE/published/factsheet.json), to be set beside what the dossiers yield. No generator of dossiers reads this.</summary>
internal sealed class PublishedFiles(ProgrammeFolder folder, Programme programme)
{
    public IReadOnlyList<PublishedFigure> Read()
    {
        var path = $"{programme.Code}/published/factsheet.json";
        return folder.Exists(path) ? folder.Read(path, file => file.Distinct("figures", Figure, "figure")) ?? [] : [];
    }

    private PublishedFigure Figure(LocatedObject f)
    {
        FactsheetFigure[] figures = [.. programme.Factsheet.SelectMany(s => s.Figures)];
        var code = f.Code("figure", [.. figures.Select(x => x.Code)], "cijfer van deze factsheet");
        string[] categories = [.. figures.Where(x => x.Code == code).SelectMany(x => x.Categories).Select(c => c.Code)];
        return new PublishedFigure(
            code,
            Total(f, "n"),
            Total(f, "missing"),
            f.Distinct("values", v => Value(v, categories), "category"),
            MostCommon(f, categories),
            f.Source(),
            f.TextOrNull("note"));
    }

    private static PublishedTotal? Total(LocatedObject f, string name) =>
        f.ObjectOrNull(name) is { } block ? LocatedObject.Whole(block, b => new PublishedTotal(b.Whole("value"), b.Text("basis"))) : null;

    private static PublishedValue Value(LocatedObject v, string[] categories)
    {
        var known = v.MayObject("known");
        return new PublishedValue(
            v.Code("category", categories, "categorie van dit cijfer"),
            Printed(v, "value"),
            known is null ? null : LocatedObject.Whole(known, k => new KnownDifference(Printed(k, "computed"), k.Text("because"))));
    }

    private static string[] MostCommon(LocatedObject f, string[] categories)
    {
        var named = f.Texts("mostCommon");
        foreach (var code in named)
        {
            f.Check(code, categories, "categorie van dit cijfer");
        }

        return [.. named.Select(n => n.Text)];
    }

    private static Printed Printed(LocatedObject at, string name)
    {
        var text = at.Text(name);
        if (Domain.Statistics.Printed.Parse(text) is { } printed)
        {
            return printed;
        }

        at.Wrong(at.Peek(name) ?? at.Value, $"\"{text}\" is geen gedrukt getal.", "Schrijf het zoals het gedrukt staat: \"82\" of \"31,1 %\".");
        return default;
    }
}
