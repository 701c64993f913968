using Flex.Domain.Funding;
using Flex.Web.Data.Bulk;

namespace Flex.Web.Data.Tables;

/// <summary>Writes decided lines; one that no longer holds is withdrawn before.</summary>
internal static class NewPayerLine
{
    public static void Add(Work work, Guid dossier, FundingRules rules, IReadOnlyList<PayerLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        work.Add(
            """
            insert into payer_line (id, contact_id, began, quarters, day, day_number, source, reason, not_insured, contribution_payer, pillar, cover_number, cover, insurer, concern, municipality,
                rate_per_hour, rate_from, rate_until, rate_source, contribution, tariff_kind, tariff_per_hour, tariff_from, tariff_until, tariff_source, care, rule_version, dossier_id, decided_on, entry_id)
            select t.*, $29, $30, $31 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28) t
            """,
            Column.Uuid(lines, _ => work.Clock.NewId()), Column.Uuid(lines, l => l.Contact), Column.Instant(lines, l => l.From.Start), Column.Int(lines, l => l.Length.Count),
            Column.Day(lines, l => l.Day), Column.Int(lines, l => l.Number), Column.Text(lines, l => MoneyCodes.Of(l.Outcome.Source)), Column.Text(lines, l => ReasonCodes.Of(l.Outcome.Reason)),
            Column.Text(lines, l => ReasonCodes.Of(l.Outcome.NotInsured)), Column.Text(lines, l => MoneyCodes.Of(l.Outcome.Contribution)), Column.Int(lines, l => PillarOf(l.Outcome, rules)),
            Column.Int(lines, l => l.Outcome.Cover), Column.Text(lines, l => l.Cover), Column.Text(lines, l => l.Insurer?.Label), Column.Text(lines, l => l.Insurer?.Concern), Column.Text(lines, l => l.Municipality),
            Column.Long(lines, l => l.ContributionRate?.PerHour.Value), Column.Day(lines, l => l.ContributionRate?.Period.First), Column.Day(lines, l => l.ContributionRate?.Period.Last),
            Column.Text(lines, l => l.ContributionRate?.Source), Column.Long(lines, l => l.Contribution?.Value), Column.Text(lines, l => l.Tariff is { } t ? MoneyCodes.Of(t.Kind) : null),
            Column.Long(lines, l => l.Tariff?.PerHour.Value), Column.Day(lines, l => l.Tariff?.Period.First), Column.Day(lines, l => l.Tariff?.Period.Last), Column.Text(lines, l => l.Tariff?.Source),
            Column.Long(lines, l => l.Care?.Value), Column.Text(lines, l => l.RuleVersion), dossier, work.Clock.Today, work.EntryId);
    }

    private static int? PillarOf(PayerOutcome outcome, FundingRules rules) =>
        outcome.Source == MoneySource.Programme ? rules.FlexiblePillar : outcome.Contribution == ContributionPayer.Programme ? rules.WaiverPillar : null;
}
