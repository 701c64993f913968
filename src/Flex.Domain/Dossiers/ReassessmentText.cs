using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Dossiers;

/// <summary>A family weighed again: what was said, and the class that a professional set instead of the one that follows, or null.</summary>
public sealed record Reassessment(VulnerabilityForm Form, Classification Found, SetClass? Set);

/// <summary>Turns the text of a re-assessment into a <see cref="Reassessment"/>, or into everything that is wrong with it.</summary>
public static class ReassessmentText
{
    /// <summary>The class to set; empty means the one that follows from the factors.</summary>
    public const string ClassField = "klasse";

    /// <summary>Why another class.</summary>
    public const string ReasonField = "klasse_reden";

    /// <summary>The classes that can be set.</summary>
    public static IReadOnlyList<AnswerOption> Classes { get; } = [.. ClassCodes.Classes.Select(c => new AnswerOption(ClassCodes.CodeOf(c), Shared.Dutch.Sentence(ClassText.Label(c))))];

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static Reassessment? Parse(FieldReader read, FactorList list)
    {
        var form = VulnerabilityText.Parse(read, list, read.Today);
        if (form is null && read.Problems.Count == 0)
        {
            read.Wrong("beschermend", "Er is nog niets gewogen. Kies wat u met de moeder besprak.");
        }

        var found = form?.Classify(list);
        var set = Set(read, found?.Class);
        return read.Problems.Count == 0 ? new(form!, found!.Value, set) : null;
    }

    private static SetClass? Set(FieldReader read, ClassSet? follows)
    {
        var code = read.Text(ClassField) is null ? "" : read.Code(ClassField, Classes, whenEmpty: null);
        var reason = read.Note(ReasonField, VulnerabilityText.LongestReason);
        if (ClassCodes.Parse(code) is not { } one)
        {
            if (read.Text(ClassField) is null && read.Text(ReasonField) is not null)
            {
                read.Wrong(ClassField, "Kies ook welke klasse u bedoelt, of haal de reden weg.");
            }

            return null;
        }

        if (one == follows)
        {
            read.Wrong(ClassField, "Deze klasse volgt al uit de factoren. Laat de keuze en de reden dan leeg.");
        }
        else if (read.Text(ReasonField) is null)
        {
            read.Wrong(ReasonField, "Leg uit waarom u een andere klasse kiest dan uit de factoren volgt.");
        }

        return new(one, reason ?? "");
    }
}
