using Flex.Web.Data.Programmes;

namespace Flex.Web.Data.Figures;

/// <summary>What the families of a figure's n have together, beside how many they are; withheld (null) whenever n is.</summary>
/// <param name="Sum">Hours or euros, by the unit.</param>
/// <param name="Average">Per family, to hundredths; null also when n is zero.</param>
public sealed record FigureAmount(AmountUnit Unit, decimal? Sum, decimal? Average)
{
    /// <summary>Of the sum that the query gives, in quarters of an hour or in cents.</summary>
    internal static FigureAmount Of(AmountUnit unit, long sum, long? shownN) => shownN is not { } n ? new(unit, null, null)
        : unit switch { AmountUnit.Hours => sum / 4m, AmountUnit.Euros => sum / 100m } is var total && n == 0 ? new(unit, total, null) : new(unit, total, Math.Round(total / n, 2, MidpointRounding.AwayFromZero));
}
