using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;

namespace Flex.Web.Data.Programmes;

/// <summary>The words behind the codes of one programme; a code without words is shown as it is.</summary>
public sealed class ProgrammeNames(Programme programme, National national)
{
    public Programme Programme => programme;

    public ReasonNames ReasonNames => new(Municipality, Concern, Provider);

    /// <summary>Whether no municipality is named: where she is must stay hidden.</summary>
    public bool Shields { get; init; }

    public string Municipality(string code) => Shields ? "een afgeschermde gemeente" :
        programme.Municipalities.Concat(national.Municipalities).FirstOrDefault(m => m.Code == code)?.Name ?? "een andere gemeente";

    public string Provider(string code) => code == Facts.Other ? "Een andere aanbieder" : programme.Providers.FirstOrDefault(p => p.Code == code)?.Name ?? code;

    /// <summary>An organisation of the programme, or null when the programme does not know it.</summary>
    public string? Organisation(string code) => programme.Partners.FirstOrDefault(p => p.Code == code)?.Name;

    public string Pillar(int number) =>
        programme.Pillars.FirstOrDefault(p => p.Number == number) is { } known ? $"Pijler {number}: {known.Name}" : $"Pijler {number}";

    public string Questionnaire(string code) => programme.Form(code, version: null)?.Title ?? code;

    /// <summary>The reasons of a proposal in words, one per condition.</summary>
    public IReadOnlyList<ReasonLine> Reasons(DecisionFacts decision)
    {
        var conditions = programme.Criteria.FirstOrDefault(c => c.Version == decision.CriteriaVersion)?.Pillars.FirstOrDefault(p => p.Pillar == decision.Pillar)?.Conditions;
        return [.. decision.Reasons.Select(r => new ReasonLine(EligibilityText.Of(r.Kind), r.Answer, EligibilityText.Fact(r, ConditionOf(r), ReasonNames)))];

        // When its criteria are gone, only what kind of condition it was.
        Condition ConditionOf(Reason reason) => conditions?.ElementAtOrDefault(reason.Condition) ?? new(reason.Kind, [], null, null);
    }

    private string Concern(string code) => national.InsurerConcerns.FirstOrDefault(c => c.Code == code)?.Name ?? code;
}

/// <summary>One reason on screen: what the condition is about, the answer and the fact it rests on.</summary>
public sealed record ReasonLine(string About, Answer Answer, string Fact);
