using System.Text.Json;
using Flex.Domain.Decisions;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Flex.Web.Data;
using Flex.Web.Data.Copies;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Families;

/// <summary>What is stored of her, in the words in which a copy says it.</summary>
internal static class OwnWords
{
    /// <summary>The application and what was asked later, as pairs of a label and words; what nobody said is left out.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<(string Label, string Words)> Lines)> Application(OwnMore more, ProgrammeNames names, National national)
    {
        var words = new CopyWords(names, national, null, Domain.Rights.CopyCodes.Mother);
        return [.. Rows("application", more.Application, words), .. Rows("pillar_application", more.Later, words)];
    }

    private static IEnumerable<(string Title, IReadOnlyList<(string Label, string Words)> Lines)> Rows(string name, IReadOnlyList<JsonElement>? rows, CopyWords words)
    {
        var table = CopyTables.All.Single(t => t.Name == name);
        return from row in rows ?? []
               select (table.Title, (IReadOnlyList<(string, string)>)[.. from field in table.Fields
                       where row.TryGetProperty(field.Column, out _)
                       let said = field.Say(row.GetProperty(field.Column), row, words)
                       where said is { Length: > 0 }
                       select (field.Label, said)]);
    }

    /// <summary>Her class with its reasons, in the sentences of the page that is read with her; null before anything was weighed.</summary>
    public static (string Class, Explanation Said)? Weighed(OwnMore more, FactorList list)
    {
        if (more.Weighed is not { } last)
        {
            return null;
        }

        var counts = ClassCodes.Parse(last.SetClass) ?? (ClassSet)last.Possible;
        var form = StoredAssessment.Form(list, last.Judgement, last.Factors.Select(f => (f.Factor, f.State)));
        return (ClassText.AnyOf(counts), ExplanationText.Of(list, form.States, form.SubFactors, counts, last.SetClass is not null));
    }

    /// <summary>Why it was decided so, in the sentences of the letter.</summary>
    public static IReadOnlyList<string> Why(OwnDecision decision, Programme programme) => decision.Facts is not { } facts
        ? ["Waarom het zo is besloten, is hier nu niet te lezen. Vraag het uw casemanager."]
        : Reasons(decision, facts, programme.Work.Contact) is { Count: > 0 } why ? why : ["Alles klopte met de voorwaarden."];

    private static IReadOnlyList<string> Reasons(OwnDecision decision, Domain.Dossiers.DecisionFacts facts, ProgrammeContact? contact) => LetterText.Of(new(
        LetterOutcomes.Of(decision.Outcome == NewDecision.Admitted, decision.Outcome == NewDecision.Waiting, decision.Kind == Replacement.Lapsed, decision.Kind == Replacement.FromWaitingList, null),
        null, [.. facts.Reasons.Select(r => new LetterReason(r.Kind, r.Answer))], decision.Kind == Replacement.Override, null, contact)).Why;
}
