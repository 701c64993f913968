using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Xunit;
using static Flex.Domain.Tests.Funding.ALife;

namespace Flex.Domain.Tests.Funding;

/// <summary>What one click on a quarter of an hour says.</summary>
public sealed class A_line_in_words
{
    [Fact]
    public void Says_who_pays_why_what_the_family_pays_and_by_which_tariff_and_rule() =>
        Assert.Equal(
            "3,5 uur op 07-03-2024 (dag 3 na de geboorte): basisverzekering (Zvw), Een. De zorg valt binnen de gewone kraamdagen en binnen de geïndiceerde uren. "
            + "Het programma neemt de eigen bijdrage over; het gezin betaalt niets. Dat is € 17,85, bij € 5,10 per uur (01-01-2024 tot en met 31-12-2024). Het tarief van de zorg op deze dag is niet bekend. Besloten met regel betaler-1/proef.",
            PayerText.Of(Usual.Decided(Usual.Care(3, 3.5m)).Lines[0]));

    [Fact]
    public void Says_why_the_insurance_does_not_pay() =>
        Assert.Equal(
            "1 uur op 24-03-2024 (dag 20 na de geboorte): programma, Een en GM9999. De gewone kraamzorg is voorbij en het gezin is toegelaten tot hulp daarna. "
            + "De basisverzekering betaalt niet: de gewone kraamdagen zijn voorbij en voor deze dag is geen verlenging geïndiceerd. "
            + "Er is geen wettelijke eigen bijdrage: die geldt alleen voor zorg uit de basisverzekering. Het tarief van de zorg op deze dag is niet bekend. Besloten met regel betaler-1/proef.",
            PayerText.Of(Usual.Decided(Usual.Care(20, 1)).Lines[0]));

    [Fact]
    public void Names_a_municipality_that_the_caller_knows_and_else_its_code()
    {
        var line = Usual.Decided(Usual.Care(20, 1)).Lines[0];
        Assert.Contains("programma, Een en Ergens.", PayerText.Of(line, code => code == "GM9999" ? "Ergens" : null), StringComparison.Ordinal);
        Assert.Contains("programma, Een en GM9999.", PayerText.Of(line, _ => null), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_tariff_or_a_party_is_not_known()
    {
        var life = BornOn(new(2026, 12, 30)) with { Insurers = [], Municipalities = [] };
        Assert.Contains("Het bedrag is niet bekend: Voor 2027 is geen eigen bijdrage per uur bekend; vul het tarief aan.", PayerText.Of(life.Decided(life.Care(4, 1)).Lines[0]), StringComparison.Ordinal);
        Assert.Contains("programma, verzekeraar niet bekend en gemeente niet bekend.", PayerText.Of(life.Decided(life.Care(20, 1)).Lines[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_the_care_costs_by_the_tariff_of_its_day_and_nothing_of_hours_that_nobody_pays()
    {
        var rules = Rules with { Tariffs = [new(TariffKind.Hour, new(new(2024, 1, 1), new(2024, 12, 31)), new(60_02), "test")] };
        var line = Payer.Decide(Usual, [Usual.Care(3, 3.5m)], rules).Lines[0];
        Assert.Contains("De zorg kost € 210,07, bij € 60,02 per uur (01-01-2024 tot en met 31-12-2024). Besloten", PayerText.Of(line), StringComparison.Ordinal);
        Assert.DoesNotContain("tarief van de zorg", PayerText.Of((Usual with { Admissions = [] }).Decided(Usual.Care(20, 1)).Lines[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_no_day_number_before_the_birth() =>
        Assert.StartsWith("1 uur op 04-03-2024: basisverzekering", PayerText.Of(Usual.Decided(Usual.Care(0, 1)).Lines[0]), StringComparison.Ordinal);
}
