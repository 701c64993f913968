using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads one version of the factor list.</summary>
internal static class FactorFiles
{
    private static readonly Dictionary<string, FactorKind> Kinds = new(StringComparer.Ordinal)
    {
        ["risk"] = FactorKind.Risk,
        ["urgent"] = FactorKind.Urgent,
        ["protective"] = FactorKind.Protective,
    };

    public static FactorList Read(LocatedObject file)
    {
        var main = new List<string>();
        return new FactorList(file.Text("version"), file.Distinct("factors", factor => Factor(factor, main), "code"), file.Source());
    }

    /// <summary>A parent stands before its sub-factors and is no sub-factor itself.</summary>
    private static Factor Factor(LocatedObject factor, List<string> main)
    {
        var code = factor.Text("code");
        var parent = factor.Peek("parent") is null ? null : factor.Code("parent", main, "een hoofdfactor die hierboven staat");
        if (parent is null)
        {
            main.Add(code);
        }

        return new Factor(code, factor.Text("label"), Kinds.GetValueOrDefault(factor.Code("kind", Kinds.Keys, "soort factor")), parent) { About = factor.Peek("about") is null ? null : factor.Code("about", [Domain.Rights.CopyCodes.Partner], "over wie") };
    }
}
