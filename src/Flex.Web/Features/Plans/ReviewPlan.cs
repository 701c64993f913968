using Flex.Domain.Plans;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Plans;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Plans;

/// <summary>Writes down what was said of the plan with the family while it runs.</summary>
internal static class ReviewPlan
{
    private static readonly PlanForm<SaidReview> Form = new(
        "evaluatie", "plan met het gezin bespreken", (read, _) => SaidReview.Parse(read), SentBefore,
        (hand, _, _, said) => hand.Work.Journal(Act.PlanReviewed, hand.Key, said),
        (hand, desk, act, said) => new NewReview(act, desk.Record.Head.Id, desk.Pillar.Number, said).Add(hand.Work));

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/plan/evaluatie", Show).RequireAuthorization(Policies.MakePlan);
        app.MapPost("/dossiers/{id:guid}/plan/evaluatie", Review).RequireAuthorization(Policies.MakePlan).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    /// <summary>What an act said before.</summary>
    internal static SaidReview? SentBefore(PlanDesk desk, Guid act) => desk.Plan.Reviews.FirstOrDefault(r => r.Id == act) is { } row ? SaidOf(row) : null;

    private static SaidReview SaidOf(ReviewRow row) => new(row.Kind, row.HeldOn, row.How, row.NextOn, row.Reason, row.HandedTo);

    private static Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Show(http, id, db, library, stop);

    private static Task<IResult> Review(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Take(http, id, db, library, stop);
}
