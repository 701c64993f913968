using Flex.Domain.CareHours;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Web.Data.Plans;

namespace Flex.Web.Features.Plans;

/// <summary>What the pillar comes to per family, and what each new plan did to it. Hundredths of an hour.</summary>
/// <param name="Forecast">Null while no family counts.</param>
/// <param name="Planned">Families that have a plan; the others count with the programme's average.</param>
public sealed record ForecastView(Programme Programme, Pillar Pillar, HoursForecast? Forecast, int Families, int Planned, IReadOnlyList<PlanEffect> Plans)
{
    internal static ForecastView Of(Programme programme, Pillar pillar, IReadOnlyList<ProgrammeHours> rows, IReadOnlyList<PlanLine> plans)
    {
        var average = new Quarters(pillar.AverageHours!.Value * 4);
        var all = rows.Select(r => (Row: r, Family: r.Of(average))).Where(f => f.Family is not null).Select(f => (f.Row, Family: f.Family!.Value)).ToList();
        var now = HoursForecast.Of([.. all.Select(f => f.Family)]);
        return new(programme, pillar, now, all.Count, all.Count(f => f.Row.Planned is not null), [.. plans.Select(p => new PlanEffect(p, EffectOf(p)))]);

        // As it would be without this plan; null when a later plan of the family took its place.
        (int Before, int After)? EffectOf(PlanLine plan) => all.FindIndex(f => f.Row.Newest == plan.Line) is var at and >= 0 && all[at].Row.Of(average, newest: false) is { } without
            ? (HoursForecast.Of([.. all.Select((f, i) => i == at ? without : f.Family)])!.Value.Expected, now!.Value.Expected)
            : null;
    }
}

/// <summary>A plan with the expected average without and with it; null when it is replaced since.</summary>
public sealed record PlanEffect(PlanLine Plan, (int Before, int After)? Average);
