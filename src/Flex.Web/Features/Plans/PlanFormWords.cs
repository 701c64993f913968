using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.Plans;

/// <summary>What stands above and below each form about a plan.</summary>
internal static class PlanFormWords
{
    public static (string Title, string Button) Of(string part) => part switch
    {
        "doel" => ("Doel opschrijven", "Doel vastleggen"),
        "uren" => ("Hulpvraag en plan van uren", "Plan vastleggen"),
        "boeking" => ("Uren reserveren of teruggeven", "Uren vastleggen"),
        "evaluatie" => ("Plan bespreken met het gezin", "Gesprek vastleggen"),
        _ => ("Zorg in deze pijler afronden", "Zorg afronden"),
    };

    /// <summary>A fresh form; a new plan begins as the last one.</summary>
    public static TypedFields Fresh(string part, PlanDesk desk, ProgrammeClock clock) => part switch
    {
        "uren" when desk.Plan.Plans.LastOrDefault() is { } plan => TypedFields.Fresh(clock, "",
            [("hulpvraag", plan.Question), ("waarom_uren", plan.Because), .. plan.Said.Parts.SelectMany((p, i) => new (string, string?)[]
            {
                ($"van_{i + 1}", Dutch.Date(p.From)), ($"tot_{i + 1}", Dutch.Date(p.Until)), ($"om_de_{i + 1}", Dutch.Number(p.EveryDays)), ($"keer_{i + 1}", Dutch.Number(p.PerDay)), ($"uren_{i + 1}", Dutch.Hours(p.Each.Count)),
            })]),
        "evaluatie" => TypedFields.Fresh(clock, "", ("gesproken_op", Dutch.Date(desk.Day))),
        _ => TypedFields.Fresh(clock),
    };
}
