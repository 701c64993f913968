using Flex.Domain.Dossiers;
using Flex.Domain.Vulnerability;

namespace Flex.Web.Data.Tables;

/// <summary>What an assessment says of one factor; <paramref name="Leaf"/> marks the ones that count as named.</summary>
internal readonly record struct FactorRow(Guid Assessment, string Factor, string State, bool Leaf)
{
    public static IEnumerable<FactorRow> Of(NewAssessment row)
    {
        var leaves = (row.Named ?? []).ToDictionary(n => n.Code, n => n.State, StringComparer.Ordinal);
        foreach (var (code, state) in row.Form.States.Where(s => s.Value != FactorState.Unknown))
        {
            yield return new(row.Id, code, ApplicationCodes.CodeOf(state), leaves.Remove(code));
        }

        foreach (var (code, state) in leaves)
        {
            yield return new(row.Id, code, ApplicationCodes.CodeOf(state), true);
        }
    }
}
