using System.Globalization;
using System.Text.Json;
using Flex.Domain.Plans;
using Flex.Domain.Programmes;
using Flex.Web.Data.Plans;

namespace Flex.Web.Data.Copies;

/// <summary>Goals, plans of hours, what was reserved and what was said of it, in a copy.</summary>
internal static class CopyOfPlans
{
    private const string Care = "zorg";

    private static readonly IReadOnlyList<AnswerOption> States = [new("wacht", "wacht op een oordeel"), new("goedgekeurd", "goedgekeurd"), new("afgekeurd", "afgekeurd"), new("ingetrokken", "ingetrokken")];

    public static IReadOnlyList<CopyTable> Tables { get; } =
    [
        new("plan_goal", Care, "Uw doelen",
        [
            new("kind", "soort", "Waarvoor", Says.Of(PlanCodes.Goals)), new("words", "doel", "Uw doel", Says.Text), new("actions", "acties", "Wat we daarvoor doen", Says.All([])), new("waits_for", "wacht_op", "U wacht op", Says.Text),
            new("from_whom", "van_wie", "Van wie", Says.Text), new("since", "sinds", "Sinds", Says.Day), new("said_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("said_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Order = "t.line" },
        new("care_plan", Care, "Plan van uren",
        [
            new("pillar", "pijler", "Hulp", Says.Pillar), new("question", "hulpvraag", "Waarbij u hulp vraagt", Says.Text), new("parts", "delen", "Het plan", Parts), new("quarters", "kwartieren", "Samen", Says.Hours),
            new("because", "waarom", "Waarom zoveel uren", Says.Text), new("said_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("said_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Order = "t.line", Careful = static (row, _) => Says.Any(row, "because") },
        new("plan_request", Care, "Een plan dat een ander beoordeelt",
        [
            new("pillar", "pijler", "Hulp", Says.Pillar), new("summary", "samenvatting", "Wat de ander las", Says.Text), new("requested_on", "gevraagd_op", "Gevraagd op", Says.Day), new("requested_by", "gevraagd_door", "Gevraagd door", Says.Text),
            new("asked_organisation", "vragende_organisatie", "Van", Says.Organisation), new("state", "stand", "Wat eruit kwam", Says.Of(States)), new("judged_on", "beoordeeld_op", "Beoordeeld op", Says.Day), new("judged_by", "beoordeeld_door", "Beoordeeld door", Says.Text),
            new("judged_organisation", "beoordelende_organisatie", "Van", Says.Organisation), new("judged_because", "reden", "Waarom", Says.Text),
        ]) { Order = "t.requested_on, t.id", Careful = static (row, _) => true },
        new("hours_booking", Care, "Uren gereserveerd of teruggegeven",
        [
            new("pillar", "pijler", "Hulp", Says.Pillar), new("kind", "wat", "Wat", Says.Of(PlanCodes.Bookings)), new("quarters", "kwartieren", "Hoeveel", Says.Hours), new("because", "reden", "Waarom", Says.Text),
            new("said_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("said_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Order = "t.line", Careful = static (row, _) => Says.Any(row, "because") },
        new("plan_review", Care, "Wat over het plan is gezegd",
        [
            new("pillar", "pijler", "Hulp", Says.Pillar), new("kind", "wanneer", "Wanneer", Says.Of(PlanCodes.Reviews)), new("held_on", "gesproken_op", "Gesproken op", Says.Day), new("how", "hoe", "Hoe het gaat", Says.Text),
            new("next_on", "volgende_keer", "Volgende keer", Says.Day), new("reason", "reden_einde", "Waarom het stopte", Says.Of(PlanCodes.Ends)), new("handed_to", "overgedragen_aan", "Wie het overnam", Says.Text),
            new("said_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("said_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Order = "t.line", Careful = static (row, _) => Says.Any(row, "how") },
    ];

    private static string? Parts(JsonElement value, JsonElement row, CopyWords words) => string.Join("; ", value.Deserialize<PartRow[]>(PlanFacts.Snake)!.Select(p => string.Create(CultureInfo.InvariantCulture,
        $"van {p.Van:dd-MM-yyyy} tot en met {p.Tot:dd-MM-yyyy}, {PlanSummary.Words(p.Said)}")));
}
