using Flex.Domain.Funding;
using Flex.Domain.Plans;
using Flex.Web.Data.Tables;

namespace Flex.Web.Ui.History;

/// <summary>Sentences of the history about goals, plans of hours and what was said of them.</summary>
internal static class PlanHistory
{
    public static (string What, string? Detail) Goal(SaidGoal? body) => body is null
        ? ("heeft een doel van het gezin opgeschreven", null)
        : ($"heeft een doel van het gezin opgeschreven: {CareCodes.LabelOf(PlanCodes.Goals, body.Kind).ToLowerInvariant()}", $"“{body.Words}”.{(body.WaitsFor is null ? "" : $" Wacht op {body.WaitsFor} van {body.From}.")}");

    public static (string What, string? Detail) Made(PlanMadeBody? body) => body is null
        ? ("heeft uren gepland", null)
        : ($"heeft {Dutch.Hours(body.Plan.Total.Count)} uur gepland", body.Summary is null ? null : "Een andere organisatie keurt het eerst goed.");

    public static (string What, string? Detail) Booked(SaidBooking? body) => body is null
        ? ("heeft uren gereserveerd of teruggegeven", null)
        : ($"heeft {Dutch.Hours(body.Hours.Count)} uur {(body.Kind == PlanCodes.Reserve ? "gereserveerd" : "teruggegeven")}", body.Because is null ? null : $"Reden: “{body.Because}”.");

    public static (string What, string? Detail) Reviewed(SaidReview? body) => body switch
    {
        null => ("heeft het plan met het gezin besproken", null),
        { Reason: { } reason } => ($"heeft de zorg afgerond: {CareCodes.LabelOf(PlanCodes.Ends, reason).ToLowerInvariant()}", $"“{body.How}”.{(body.HandedTo is null ? "" : $" Overgedragen aan {body.HandedTo}.")}"),
        _ => ($"heeft het plan met het gezin besproken op {Dutch.Date(body.On)}", $"“{body.How}”."),
    };

    public static (string What, string? Detail) Judged(PlanJudgedBody? body) => body is null
        ? ("heeft een plan beoordeeld", null)
        : ($"heeft het plan {(body.Approved ? "goedgekeurd" : "afgekeurd")}", body.Because is null ? null : $"Reden: “{body.Because}”.");
}
