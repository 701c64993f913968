using Flex.Domain.Vulnerability;
using Flex.Web.Data;
using Flex.Web.Data.Copies;

namespace Flex.Web.Features.Copies;

/// <summary>The class explained to the mother in plain words, as on the page that is read with her; without factors that are about somebody else.</summary>
internal static class CopyExplanation
{
    public static IEnumerable<(string Section, CopyLine Line)> Of(DossierRecord record, CopyWords words)
    {
        if (record.Assessment is not { } last)
        {
            yield break;
        }

        var list = words.National.Factors;
        var form = StoredAssessment.Form(list, last.Judgement, last.Factors.Where(f => words.Factor(f.Factor)?.About is null).Select(f => (f.Factor, f.State)));
        var said = ExplanationText.Of(list, form.States, form.SubFactors, last.Counts, last.SetClass is not null);
        yield return ("uitleg", new($"uitleg:{last.Id}", "Uitleg in gewone woorden",
        [
            .. One("wat_wij_bespraken", "Wat wij bespraken", [.. said.Weighed, .. said.Told]), .. One("wat_helpt", "Wat u helpt", said.Helps), .. One("wat_het_betekent", "Wat het betekent", said.Means), .. One("wat_u_kunt", "Wat u kunt zeggen", [.. said.Respect, .. said.Say]),
        ]));
    }

    private static IEnumerable<CopyValue> One(string name, string label, IReadOnlyList<string> sentences) => sentences.Count == 0 ? [] : [new(name, label, null, string.Join(' ', sentences))];
}
