using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Checks that a figure on a question shows exactly the answers that the question has.</summary>
internal static class FactsheetQuestion
{
    public static void Check(LocatedObject figure, IReadOnlyList<Questionnaire> all, string questionnaire, string item, IReadOnlyList<string> categories, string? declined)
    {
        var at = figure.Peek("parameters")!;
        var versions = all.Where(q => q.Code == questionnaire).ToArray();
        figure.Check(Parameter(at, "questionnaire"), [.. all.Select(q => q.Code).Distinct()], "vragenlijst");
        if (versions.Length == 0)
        {
            return;
        }

        figure.Check(Parameter(at, "item"), [.. versions.SelectMany(q => q.Items).Select(i => i.Code).Distinct()], $"vraag in vragenlijst \"{questionnaire}\"");
        string[] answers = [.. versions.SelectMany(q => q.Items).Where(i => i.Code == item).SelectMany(i => i.Options).Select(o => o.Code).Distinct()];
        if (answers.Length > 0 && declined is not null)
        {
            figure.Check(Parameter(at, "declined"), answers, $"antwoord op vraag \"{item}\"");
        }

        if (answers.Length > 0 && figure.Peek("categories") is { Kind: LocatedKind.List } list)
        {
            // Who would not say is counted among the missing, not in the chart.
            Compare(figure, list, item, [.. answers.Where(a => a != declined)], categories);
        }
    }

    private static void Compare(LocatedObject figure, Located list, string item, string[] answers, IReadOnlyList<string> categories)
    {
        foreach (var code in list.Items.SelectMany(c => c.Members).Where(m => m.Name == "code").Select(m => m.Value))
        {
            figure.Check(code, answers, $"antwoord op vraag \"{item}\"");
        }

        foreach (var missing in answers.Except(categories))
        {
            figure.Wrong(list, $"Het antwoord \"{missing}\" op vraag \"{item}\" ontbreekt in de grafiek.", "Voeg het toe, anders valt het uit het cijfer weg.");
        }
    }

    private static Located Parameter(Located parameters, string name) => parameters.Members.Find(m => m.Name == name)?.Value ?? parameters;
}
