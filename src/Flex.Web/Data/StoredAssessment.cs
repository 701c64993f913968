using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;

namespace Flex.Web.Data;

/// <summary>Turns what is stored of an assessment back into what the weighing asks.</summary>
internal static class StoredAssessment
{
    /// <summary>The form behind an assessment: main factors with their state, sub-factors as names.</summary>
    public static VulnerabilityForm Form(FactorList list, string judgement, IEnumerable<(string Factor, string State)> stored)
    {
        var states = new Dictionary<string, FactorState>(StringComparer.Ordinal);
        var named = new List<string>();
        foreach (var (code, state) in stored)
        {
            if (list.Factors.Any(f => f.Code == code && f.Parent is not null))
            {
                named.Add(code);
            }
            else
            {
                states[code] = StateOf(state);
            }
        }

        return new(states, named, JudgementOf(judgement), "", default);
    }

    public static FactorState StateOf(string code) => code switch
    {
        "aanwezig" => FactorState.Present,
        "niet-wegend" => FactorState.PresentNotWeighing,
        "afwezig" => FactorState.Absent,
        _ => FactorState.Unknown,
    };

    public static ProtectiveJudgement JudgementOf(string code) => code switch
    {
        "toereikend" => ProtectiveJudgement.Sufficient,
        "ontoereikend" => ProtectiveJudgement.Insufficient,
        _ => ProtectiveJudgement.Unknown,
    };
}
