using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>What a family pays, in plain Dutch (B1) for the family.</summary>
public static class WhatYouPayText
{
    /// <summary>One choice of hours with what it costs her.</summary>
    public static string Of(WhatYouPay choice)
    {
        var hours = $"{Dutch.Hours(choice.Hours)} uur";
        return choice.ByFamily.Value > 0 ? $"{hours}: u betaalt {Dutch.Amount(choice.ByFamily)}.{Rest(choice)}"
            : choice.ByProgramme.Value > 0 ? $"{hours}: u betaalt niets. Anders was het {Dutch.Amount(choice.Full)}."
            : choice.ByPolicy.Value > 0 ? $"{hours}: u betaalt niets. Uw verzekering betaalt {Dutch.Amount(choice.ByPolicy)}."
            : $"{hours}: u betaalt niets.";
    }

    /// <summary>Said when the tariff of the day is not known.</summary>
    public static string Unknown(Quarters hours) => $"{Dutch.Hours(hours)} uur: wij weten nog niet wat u betaalt.";

    private static string Rest(WhatYouPay choice) => choice.ByPolicy.Value > 0 ? $" Uw verzekering betaalt {Dutch.Amount(choice.ByPolicy)}." : "";
}
