using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.Plans;

/// <summary>What somebody of another organisation reads of a plan that is above the bound: hours, weeks and reason; no name, number or date.</summary>
public static class PlanSummary
{
    /// <summary>The summary as lines "label: text", in the order in which they are read.</summary>
    /// <param name="goals">How many goals to manage alone, and how many to bridge.</param>
    public static string Of(HoursPlan plan, PlanContext context, string pillar, (int Alone, int Bridging) goals) => string.Join('\n',
    [
        $"Pijler: {pillar}",
        $"Gevraagd: {Dutch.Hours(plan.Total)} uur",
        $"Boven: {Dutch.Hours(context.Bound!.Value)} uur",
        $"Nu gepland: {Dutch.Hours(context.Ledger.Planned)} uur, waarvan {Dutch.Hours(context.Ledger.Used)} uur gegeven",
        $"Leeftijd van het kind: {Weeks(context, plan.Parts.Min(p => p.From))} tot {Weeks(context, plan.Parts.Max(p => p.Until))} weken",
        $"Doelen: {goals.Alone} om het zelf te kunnen, {goals.Bridging} om te overbruggen",
        .. plan.Parts.Select((p, i) => $"Deel {i + 1}: {Words(p)}"),
        $"Reden: {NamelessText.Strike(plan.Because ?? "")}",
    ]);

    /// <summary>A part without its days: "4 keer, elke week 1 keer per dag 3 uur".</summary>
    public static string Words(PlanPart part) =>
        $"{part.Days} {(part.Days == 1 ? "dag" : "dagen")}, {Rhythm(part.EveryDays)}, {part.PerDay} keer per dag {Dutch.Hours(part.Each)} uur: samen {Dutch.Hours(part.Total)} uur";

    private static string Rhythm(int days) => days switch
    {
        1 => "achter elkaar",
        7 => "elke week",
        14 => "om de twee weken",
        _ => $"om de {days} dagen",
    };

    private static int Weeks(PlanContext context, DateOnly day) => (day.DayNumber - context.Born!.Value.DayNumber) / 7;
}
