using Flex.Domain.Vulnerability;

namespace Flex.Web.Tests.Reconstruction;

/// <summary>What a form says about vulnerability, by the words of the factsheet.</summary>
internal static class Families
{
    private static readonly string[] Risks = ["R1", "R2", "R3", "R4", "R5", "R6", "R7"];
    private static readonly string[] Urgent = ["U1", "U2", "U3", "U4"];

    internal static readonly string[] Factors = [.. Risks, .. Urgent];

    internal static bool HasFactors(Row form) => Factors.All(f => form[f] != "");

    internal static bool HasNoFactors(Row form) => Factors.All(f => form[f] == "") && form["subfactoren"] == "";

    internal static string[] SubFactors(Row form) => form["subfactoren"].Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The named factors: sub-factors in place of their parent.</summary>
    internal static List<string> Named(Row form)
    {
        var subFactors = SubFactors(form);
        return
        [
            .. Factors.Where(f => form[f] is "aanwezig" or "niet-wegend" && !subFactors.Any(s => s.StartsWith($"{f}.", StringComparison.Ordinal))),
            .. subFactors,
        ];
    }

    /// <summary>The class by the rule; null when there was no assessment.</summary>
    internal static string? Class(Row form)
    {
        if (form["beschermend"] == "")
        {
            return null;
        }

        if (Urgent.Any(f => form[f] is "aanwezig" or "niet-wegend"))
        {
            return "zeer-kwetsbaar";
        }

        return HasFactors(form) && Urgent.All(f => form[f] == "afwezig") ? WithoutUrgent(form) : "onbekend";
    }

    internal static string ClassByDomain(Row form)
    {
        var judgement = form["beschermend"] switch
        {
            "toereikend" => ProtectiveJudgement.Sufficient,
            "ontoereikend" => ProtectiveJudgement.Insufficient,
            _ => ProtectiveJudgement.Unknown,
        };
        return Weighing.Classify(States(form, Urgent), States(form, Risks), judgement).Class switch
        {
            ClassSet.SelfReliant => "zelfredzaam",
            ClassSet.Potential => "potentieel-kwetsbaar",
            ClassSet.Vulnerable => "kwetsbaar",
            ClassSet.VeryVulnerable => "zeer-kwetsbaar",
            _ => "onbekend",
        };
    }

    private static FactorState[] States(Row form, string[] factors) =>
    [
        .. factors.Select(f => form[f] switch
        {
            "aanwezig" => FactorState.Present,
            "niet-wegend" => FactorState.PresentNotWeighing,
            "afwezig" => FactorState.Absent,
            _ => FactorState.Unknown,
        }),
    ];

    private static string WithoutUrgent(Row form) => (Risks.Any(f => form[f] == "aanwezig"), form["beschermend"]) switch
    {
        (true, "toereikend") => "potentieel-kwetsbaar",
        (true, "ontoereikend") => "kwetsbaar",
        (false, "toereikend") when Risks.All(f => form[f] is "afwezig" or "niet-wegend") => "zelfredzaam",
        _ => "onbekend",
    };
}
