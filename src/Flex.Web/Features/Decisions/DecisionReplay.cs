using System.Security.Cryptography;
using System.Text.Json;
using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.Decisions;

/// <summary>Judges a stored decision again by its own facts, its own criteria version and its own rule version.</summary>
internal sealed class DecisionReplay(ProgrammeLibrary library, KeyRing keys)
{
    private readonly Dictionary<(string, string, int), CompiledCriteria?> compiled = [];

    /// <summary>What differs, as a sentence that names the decision; null when nothing does.</summary>
    public string? Difference(StoredDecision stored) => What(stored) is { } what ? $"Besluit {stored.Id} (pijler {stored.Pillar}): {what}" : null;

    private string? What(StoredDecision stored)
    {
        if (Open(stored) is not { } facts)
        {
            return "de verzegelde feiten gaan niet open met de sleutel van dit dossier; ze zijn veranderd.";
        }

        if ((facts.Pillar, facts.CriteriaVersion, facts.RuleVersion) != (stored.Pillar, stored.CriteriaVersion, stored.RuleVersion))
        {
            return $"het besluit noemt pijler {stored.Pillar}, criteria {stored.CriteriaVersion} en regel {stored.RuleVersion}, de verzegelde feiten pijler {facts.Pillar}, {facts.CriteriaVersion} en {facts.RuleVersion}.";
        }

        if (facts.RuleVersion != EligibilityRule.RuleVersion)
        {
            return $"de regel {facts.RuleVersion} is er niet meer. Zet hem terug: een gebruikte regel blijft.";
        }

        return CriteriaOf(facts) is { } criteria
            ? Compare(stored, facts, EligibilityRule.Judge(criteria, facts.Facts))
            : $"de criteria {facts.CriteriaVersion} voor pijler {facts.Pillar} van {facts.Programme} zijn er niet meer. Zet ze terug: gepubliceerde criteria blijven.";
    }

    private static string? Compare(StoredDecision stored, DecisionFacts facts, Assessment again)
    {
        var now = NewDecision.CodeOf(again.Proposal);
        if (stored.Proposal != now)
        {
            return $"het voorstel was {OutcomeText.Proposal(stored.Proposal)}, is nu {OutcomeText.Proposal(now)}.";
        }

        var other = again.Reasons.Except(facts.Reasons).Concat(facts.Reasons.Except(again.Reasons)).Select(r => EligibilityText.Of(r.Kind)).Distinct().ToList();
        return other.Count > 0 ? $"de redenen verschillen: {string.Join(", ", other)}."
            : facts.Proposal != again.Proposal ? $"het verzegelde voorstel was {OutcomeText.Proposal(NewDecision.CodeOf(facts.Proposal))}, is nu {OutcomeText.Proposal(now)}."
            : null;
    }

    private CompiledCriteria? CriteriaOf(DecisionFacts facts)
    {
        var name = (facts.Programme, facts.CriteriaVersion, facts.Pillar);
        if (!compiled.TryGetValue(name, out var found))
        {
            var criteria = library.Programmes.GetValueOrDefault(facts.Programme)?.Criteria.FirstOrDefault(c => c.Version == facts.CriteriaVersion)?.Pillars.FirstOrDefault(p => p.Pillar == facts.Pillar);
            compiled.Add(name, found = criteria is null ? null : CompiledCriteria.From(criteria));
        }

        return found;
    }

    private DecisionFacts? Open(StoredDecision stored)
    {
        try
        {
            return DossierKey.Unwrap(keys, stored.Dossier, stored.Wrapped!).Open<DecisionFacts>(stored.Facts, stored.Id);
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
