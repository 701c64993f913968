using Flex.Domain.Plans;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Plans;

/// <summary>Writes a goal down in the family's words, with what is done for it.</summary>
internal static class AddGoal
{
    private static readonly PlanForm<SaidGoal> Form = new(
        "doel", "doel opschrijven", (read, _) => SaidGoal.Parse(read),
        (desk, act) => desk.Plan.Goals.FirstOrDefault(g => g.Id == act) is { } row ? new(row.Kind, row.Words, row.Actions, row.WaitsFor, row.FromWhom, row.Since) : null,
        (hand, _, _, said) => hand.Work.Journal(Act.GoalAdded, hand.Key, said),
        (hand, desk, act, said) => new NewGoal(act, desk.Record.Head.Id, said).Add(hand.Work))
    {
        Same = (a, b) => a with { Actions = [] } == b with { Actions = [] } && a.Actions.SequenceEqual(b.Actions),
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/plan/doel", Show).RequireAuthorization(Policies.MakePlan);
        app.MapPost("/dossiers/{id:guid}/plan/doel", Add).RequireAuthorization(Policies.MakePlan).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Show(http, id, db, library, stop);

    private static Task<IResult> Add(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Take(http, id, db, library, stop);
}
