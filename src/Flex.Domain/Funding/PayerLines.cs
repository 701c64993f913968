using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Puts decided quarters together into lines, per contact and day. Colleagues who work at the same time each have a line of their own.</summary>
internal sealed class PayerLines(FamilyLife life, FundingRules rules, IReadOnlyList<CareContact> contacts)
{
    private readonly record struct Open(int From, int Length, DayOfLife Day, PayerOutcome Outcome);

    private readonly Open[] open = new Open[contacts.Count];
    private readonly List<PayerLine> lines = new(contacts.Count);
    private readonly string version = $"{PayerRule.Version}/{rules.Version}";

    public void Add(int contact, int at, DayOfLife day, PayerOutcome outcome)
    {
        ref var line = ref open[contact];
        if (line.Length > 0 && ReferenceEquals(line.Day, day) && line.Outcome == outcome)
        {
            line = line with { Length = line.Length + 1 };
            return;
        }

        Close(contact);
        line = new(at, 1, day, outcome);
    }

    public IReadOnlyList<PayerLine> Finish()
    {
        for (var contact = 0; contact < open.Length; contact++)
        {
            Close(contact);
        }

        lines.Sort((a, b) => (a.From.Index, a.Contact).CompareTo((b.From.Index, b.Contact)));
        return lines;
    }

    private void Close(int contact)
    {
        if (open[contact] is not { Length: > 0 } done)
        {
            return;
        }

        var (day, outcome, length) = (done.Day, done.Outcome, new Quarters(done.Length));
        var due = IsDue(outcome.Contribution);
        var tariff = KindOf(outcome) is { } kind ? CareTariff.On(rules.Tariffs, kind, day.Day) : null;
        lines.Add(new(contacts[contact].Id, new(done.From), length, day.Day, day.Number, outcome, outcome.Cover < 0 ? null : life.Covers[outcome.Cover].Name, day.Insurer, day.Municipality)
        {
            ContributionRate = due ? day.Rate : null,
            Contribution = !due ? new Cents(0) : day.Rate is { } rate ? Price(rate.PerHour, length) : null,
            Tariff = tariff,
            Care = tariff is null ? null : Price(tariff.PerHour, length),
            RuleVersion = version,
        });
    }

    private static Cents Price(Cents perHour, Quarters length) => new((checked(perHour.Value * length.Count) + 2) / 4);

    private static bool IsDue(ContributionPayer payer) => payer is ContributionPayer.SupplementaryInsurance or ContributionPayer.Programme or ContributionPayer.Family;

    private static TariffKind? KindOf(PayerOutcome outcome) => outcome.Source switch
    {
        MoneySource.RegularZvw => outcome.Reason == PayerReason.Partus ? TariffKind.Partus : TariffKind.Hour,
        MoneySource.ExtendedZvw or MoneySource.SupplementaryInsurance => TariffKind.Hour,
        MoneySource.Programme => TariffKind.Flexible,
        MoneySource.Nobody => null,
    };
}
