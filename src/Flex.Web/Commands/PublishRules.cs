using Flex.Web.Data.Programmes;

namespace Flex.Web.Commands;

/// <summary>The verb `publish rules`: adds new criteria, questionnaires, factor lists and indicators to the published list.</summary>
internal static class PublishRules
{
    /// <summary>Refuses (1) when a published file has changed or the folder does not load, since what is published can never be mended.</summary>
    public static int Run(string folder, DateOnly today, TextWriter output)
    {
        if (PublishedRules.Verify(folder).Where(f => f.File == PublishedRules.List).ToArray() is { Length: > 0 } broken)
        {
            return Refuse(output, broken);
        }

        try
        {
            ProgrammeLibrary.Load(folder, today);
        }
        catch (ProgrammeFileException wrong)
        {
            return Refuse(output, wrong.Findings);
        }

        var added = PublishedRules.Append(folder);
        output.WriteLine(added.Count == 0 ? "Niets nieuws om te publiceren." : $"Gepubliceerd: {string.Join(", ", added)}.");
        return 0;
    }

    private static int Refuse(TextWriter output, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            output.WriteLine(finding);
        }

        return 1;
    }
}
