using Flex.Domain.Funding;

namespace Flex.Web.Features.CareHours;

/// <summary>Sums over the lines that stand.</summary>
internal static class HoursTotals
{
    public static IReadOnlyList<SourceTotal> BySource(IReadOnlyList<HoursLine> lines) =>
    [
        .. lines.GroupBy(l => l.Said.Outcome.Source).OrderBy(g => g.Key).Select(g => new SourceTotal(
            g.Key, new(g.Sum(l => l.Row.Quarters)), new(g.Sum(l => l.Row.Care ?? 0)), g.Key == MoneySource.Nobody || g.All(l => l.Row.Care is not null))),
    ];

    public static IReadOnlyList<ContributionTotal> ByPayer(IReadOnlyList<HoursLine> lines) =>
    [
        .. lines.Where(l => l.Said.Outcome.Contribution is ContributionPayer.Family or ContributionPayer.Programme or ContributionPayer.SupplementaryInsurance)
            .GroupBy(l => l.Said.Outcome.Contribution).OrderBy(g => g.Key)
            .Select(g => new ContributionTotal(g.Key, new(g.Sum(l => l.Row.Quarters)), new(g.Sum(l => l.Row.Contribution ?? 0)), g.All(l => l.Row.Contribution is not null))),
    ];
}
