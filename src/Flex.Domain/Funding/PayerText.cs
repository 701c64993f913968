using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Who pays and why, as Dutch sentences for professionals; deciding knows none of them.</summary>
public static class PayerText
{
    /// <summary>The source as a name.</summary>
    public static string Of(MoneySource source) => source switch
    {
        MoneySource.RegularZvw => "Basisverzekering (Zvw)",
        MoneySource.ExtendedZvw => "Basisverzekering (Zvw), verlengde kraamzorg",
        MoneySource.SupplementaryInsurance => "Aanvullende verzekering",
        MoneySource.Programme => "Programma",
        MoneySource.Nobody => "Niet te bekostigen",
    };

    /// <summary>The reason as a sentence.</summary>
    public static string Of(PayerReason reason) => reason switch
    {
        PayerReason.BeforeBirth => "De zorg is gegeven voor de geboorte.",
        PayerReason.Partus => "Dit is partusassistentie: hulp bij de bevalling.",
        PayerReason.InHospital => "De zorg is gegeven in het ziekenhuis, op medische gronden.",
        PayerReason.Indicated => "De zorg valt binnen de gewone kraamdagen en binnen de geïndiceerde uren.",
        PayerReason.Extended => "De zorg valt binnen een verlenging die voldoet aan de regel van de verzekeraar.",
        PayerReason.LateStart => "De baby kwam thuis na de gewone kraamdagen, en de aanvullende verzekering betaalt de zorg die daarom later begint.",
        PayerReason.AfterRegularCare => "De gewone kraamzorg is voorbij en het gezin is toegelaten tot hulp daarna.",
        PayerReason.TooEarlyForProgramme => "Zo kort na de geboorte kan het programma nog niet betalen.",
        PayerReason.AfterLastMonth => "De laatste maand van hulp uit het programma is voorbij.",
        PayerReason.DossierEnded => "Het dossier was op deze dag al afgesloten.",
        PayerReason.OutsideProgramme => "Op deze dag telt zorg niet mee voor het programma.",
        PayerReason.NotAdmitted => "Het gezin was op deze dag niet toegelaten tot hulp na de gewone kraamzorg.",
        PayerReason.MunicipalityDoesNotPay => "Het gezin woonde op deze dag in een gemeente die niet meebetaalt aan het programma, of de gemeente is niet bekend.",
    };

    /// <summary>Why the basic insurance does not pay, as a sentence; null when it does.</summary>
    public static string? Of(NotInsured because) => because switch
    {
        NotInsured.Pays => null,
        NotInsured.Uninsured => "De basisverzekering betaalt niet: de moeder was op deze dag niet verzekerd.",
        NotInsured.NothingIndicated => "De basisverzekering betaalt niet: er waren op deze dag nog geen uren geïndiceerd.",
        NotInsured.HoursUsedUp => "De basisverzekering betaalt niet: de geïndiceerde uren zijn op. Een herindicatie kan dat veranderen.",
        NotInsured.RegularDaysOver => "De basisverzekering betaalt niet: de gewone kraamdagen zijn voorbij en voor deze dag is geen verlenging geïndiceerd.",
        NotInsured.NoExtensionRule => "De basisverzekering betaalt niet: er is een verlenging geïndiceerd, maar op deze dag betaalt de verzekeraar die niet.",
        NotInsured.ExtensionNotByMidwife => "De basisverzekering betaalt niet: de verlenging is niet door de verloskundige geïndiceerd.",
        NotInsured.ExtensionOtherClass => "De basisverzekering betaalt niet: de mate van kwetsbaarheid past niet bij een verlenging, of is niet bekend.",
        NotInsured.ExtensionInterrupted => "De basisverzekering betaalt niet: er zat een dag zonder zorg tussen, en de verlenging moet aansluiten.",
        NotInsured.ExtensionUsedUp => "De basisverzekering betaalt niet: de uren van de verlenging zijn op.",
        NotInsured.ExtensionOver => "De basisverzekering betaalt niet: de termijn voor een verlenging is voorbij.",
    };

    /// <summary>Who pays the own contribution, or why there is none, as a sentence.</summary>
    public static string Of(ContributionPayer payer) => payer switch
    {
        ContributionPayer.NotInsuredCare => "Er is geen wettelijke eigen bijdrage: die geldt alleen voor zorg uit de basisverzekering.",
        ContributionPayer.BeforeBirth => "Er is geen eigen bijdrage voor zorg voor de geboorte.",
        ContributionPayer.Partus => "Er is geen eigen bijdrage voor partusassistentie.",
        ContributionPayer.Stillbirth => "Er is geen eigen bijdrage na een levenloze geboorte.",
        ContributionPayer.Hospital => "Er is geen eigen bijdrage in het ziekenhuis op medische gronden.",
        ContributionPayer.PerDay => "De eigen bijdrage geldt hier per persoon per dag en niet per uur.",
        ContributionPayer.SupplementaryInsurance => "De aanvullende verzekering betaalt de eigen bijdrage.",
        ContributionPayer.Programme => "Het programma neemt de eigen bijdrage over; het gezin betaalt niets.",
        ContributionPayer.Family => "Het gezin betaalt de eigen bijdrage.",
    };

    /// <summary>Everything about a line in one paragraph; a municipality by the name that the caller has for its code, or by its code.</summary>
    public static string Of(PayerLine line, Func<string, string?>? municipality = null) => string.Join(' ', Parts(line, municipality).OfType<string>());

    private static IEnumerable<string?> Parts(PayerLine line, Func<string, string?>? municipality)
    {
        yield return $"{Dutch.Hours(line.Length)} uur op {Dutch.Day(line.Day)}{Numbered(line.Number)}: {LowerFirst(Of(line.Outcome.Source))}{PayerNames.Of(line, municipality)}.";
        yield return Of(line.Outcome.Reason);
        yield return Of(line.Outcome.NotInsured);
        yield return Of(line.Outcome.Contribution);
        yield return PayerNames.Contribution(line);
        yield return PayerNames.Care(line);
        yield return $"Besloten met regel {line.RuleVersion}.";
    }

    private static string Numbered(int? number) => number is > 0 ? $" (dag {number} na de geboorte)" : "";

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
