using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>The parties and amounts of a line in Dutch.</summary>
internal static class PayerNames
{
    // Who pays for the programme is agreed per insurer and municipality: both are said.
    public static string Of(PayerLine line, Func<string, string?>? municipality) => line.Outcome.Source switch
    {
        MoneySource.RegularZvw or MoneySource.ExtendedZvw => $", {line.Insurer?.Label ?? "verzekeraar niet bekend"}",
        MoneySource.SupplementaryInsurance => $", {line.Cover}",
        MoneySource.Programme => $", {line.Insurer?.Label ?? "verzekeraar niet bekend"} en {Named(line.Municipality, municipality)}",
        MoneySource.Nobody => "",
    };

    private static string Named(string? code, Func<string, string?>? municipality) => code is null ? "gemeente niet bekend" : municipality?.Invoke(code) ?? code;

    // What it costs whoever pays; nobody's hours have no price.
    public static string? Care(PayerLine line) =>
        line.Outcome.Source == MoneySource.Nobody ? null
        : line is { Tariff: { } tariff, Care: { } amount } ? $"De zorg kost {Dutch.Amount(amount)}, bij {Dutch.Amount(tariff.PerHour)} per uur ({Dutch.Period(tariff.Period)})."
        : "Het tarief van de zorg op deze dag is niet bekend.";

    public static string? Contribution(PayerLine line) =>
        line is { ContributionRate: { } rate, Contribution: { } amount } ? $"Dat is {Dutch.Amount(amount)}, bij {Dutch.Amount(rate.PerHour)} per uur ({Dutch.Period(rate.Period)})."
        : line.Contribution is null ? $"Het bedrag is niet bekend: {OwnContributionText.Of(OwnContributionRefusal.NoRateForDay, line.Day)}"
        : null;
}
