using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Flex.Web.Data;

namespace Flex.Web.Features.Decisions;

/// <summary>Weighs a stored assessment again by its own answers, factor list and rule version.</summary>
internal static class AssessmentReplay
{
    /// <summary>What differs, as a sentence that names the assessment; null when nothing does.</summary>
    public static string? Difference(StoredWeighing stored, FactorList list) => What(stored, list) is { } what ? $"Beoordeling {stored.Id}: {what}" : null;

    private static string? What(StoredWeighing stored, FactorList list)
    {
        if (stored.RuleVersion != Weighing.RuleVersion)
        {
            return $"de regel {stored.RuleVersion} is er niet meer. Zet hem terug: een gebruikte regel blijft.";
        }

        if (stored.FactorList != list.Version)
        {
            return $"factorenlijst {stored.FactorList} is er niet meer. Zet haar terug: een gebruikte lijst blijft.";
        }

        var form = StoredAssessment.Form(list, stored.Judgement, stored.Factors);
        var (again, count) = (form.Classify(list), form.Named(list)?.Count);
        return ClassCodes.CodeOf(again.Class) != stored.Class ? $"de klasse was {stored.Class}, is nu {ClassCodes.CodeOf(again.Class)}."
            : (int)again.Possible != stored.Possible ? $"nog mogelijk was {ClassText.AnyOf((ClassSet)stored.Possible)}, is nu {ClassText.AnyOf(again.Possible)}."
            : count != stored.FactorCount ? $"het aantal factoren was {Number(stored.FactorCount)}, is nu {Number(count)}."
            : null;
    }

    private static string Number(int? count) => count is { } known ? Ui.Dutch.Number(known) : "onbekend";
}
