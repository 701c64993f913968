using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads which factors contradict each other (national/contradictions.json).</summary>
internal static class ContradictionFile
{
    private static readonly Dictionary<string, ContradictionWeight> Weights = new(StringComparer.Ordinal)
    {
        ["notice"] = ContradictionWeight.Notice,
        ["explain"] = ContradictionWeight.Explain,
    };

    public static IReadOnlyList<ContradictionPair> Read(LocatedObject file, FactorList list)
    {
        file.Source();
        return file.Each("pairs", pair => new ContradictionPair(
            pair.Code("risk", Codes(list, protective: false), "risicofactor"),
            pair.Code("protective", Codes(list, protective: true), "beschermende factor"),
            Weights.GetValueOrDefault(pair.Code("weight", Weights.Keys, "gewicht"))));
    }

    private static string[] Codes(FactorList list, bool protective) =>
        [.. list.Factors.Where(f => f.Parent is null && (f.Kind == FactorKind.Protective) == protective).Select(f => f.Code)];
}
