using Flex.Web.Data.Figures;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Factsheets;

/// <summary>The sum and average of a figure in a sentence.</summary>
internal static class AmountWords
{
    public static string Of(FigureAmount amount) => amount switch
    {
        { Sum: null } => "Gemiddelde en som: te klein om te tonen.",
        { Average: null } => "Er is nog niets om te middelen.",
        { Sum: { } sum, Average: { } average } => $"Gemiddeld {Shown(amount.Unit, average)} per gezin, samen {Shown(amount.Unit, sum)}.",
    };

    private static string Shown(AmountUnit unit, decimal number) => unit switch
    {
        AmountUnit.Hours => Dutch.Decimals(number) + " uur",
        AmountUnit.Euros => Dutch.Euro((long)(number * 100)),
    };
}
