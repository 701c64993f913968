using Flex.Domain.Dossiers;
using Flex.Domain.Plans;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Plans;

/// <summary>Writes down what the family asks and plans hours for it. Above the programme's bound it waits for somebody of another organisation.</summary>
internal static class MakePlan
{
    private static readonly PlanForm<HoursPlan> Form = new(
        "uren", "uren plannen", (read, desk) => PlanText.Parse(read, desk.Context),
        (desk, act) => desk.Plan.Plans.FirstOrDefault(p => p.Id == act)?.Said,
        (hand, desk, _, said) => hand.Work.Journal(Act.PlanMade, hand.Key, new PlanMadeBody(said, SummaryOf(desk, said))),
        Write)
    {
        Same = (a, b) => (a.Question, a.Because) == (b.Question, b.Because) && a.Parts.SequenceEqual(b.Parts),
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/plan/uren", Show).RequireAuthorization(Policies.MakePlan);
        app.MapPost("/dossiers/{id:guid}/plan/uren", Make).RequireAuthorization(Policies.MakePlan).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Show(http, id, db, library, stop);

    private static Task<IResult> Make(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Take(http, id, db, library, stop);

    private static void Write(DossierInHand hand, PlanDesk desk, Guid act, HoursPlan said)
    {
        var plan = new NewPlan(act, desk.Record.Head.Id, desk.Pillar.Number, said);
        plan.Add(hand.Work);
        if (SummaryOf(desk, said) is { } summary)
        {
            plan.Ask(hand.Work, desk.Programme.Code, summary, OverrideParties.PaidFor(desk.Programme, desk.Record.ProviderOn(desk.Day), desk.Day));
        }
    }

    private static string? SummaryOf(PlanDesk desk, HoursPlan said)
    {
        var bridging = desk.Plan.Goals.Count(g => g.Kind == PlanCodes.Bridging);
        return desk.Context.AsksApproval(said.Total) ? PlanSummary.Of(said, desk.Context, desk.Pillar.Name, (desk.Plan.Goals.Count - bridging, bridging)) : null;
    }
}
