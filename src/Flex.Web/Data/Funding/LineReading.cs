using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Web.Data.Funding;

/// <summary>A stored line as the rule would say it.</summary>
internal static class LineReading
{
    public static PayerLine Of(LineRow row) => new(
        row.ContactId, QuarterHour.Holding(row.Began), new(row.Quarters), row.Day, row.DayNumber,
        new(MoneyCodes.Source(row.Source), ReasonCodes.Reason(row.Reason), ReasonCodes.Because(row.NotInsured), MoneyCodes.Contribution(row.ContributionPayer), (sbyte)row.CoverNumber),
        row.Cover, row.Insurer is null ? null : new(row.Insurer, row.Concern ?? ""), row.Municipality)
    {
        ContributionRate = row is { RatePerHour: { } rate, RateFrom: { } from } ? new(new(from, row.RateUntil), new(rate), "", row.RateSource ?? "") : null,
        Contribution = row.Contribution is { } own ? new Cents(own) : null,
        Tariff = row is { TariffKind: { } kind, TariffPerHour: { } tariff, TariffFrom: { } first } ? new(MoneyCodes.Tariff(kind), new(first, row.TariffUntil), new(tariff), row.TariffSource ?? "") : null,
        Care = row.Care is { } care ? new Cents(care) : null,
        RuleVersion = row.RuleVersion,
    };
}
