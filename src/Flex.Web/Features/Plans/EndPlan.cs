using Flex.Domain.Places;
using Flex.Domain.Plans;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Plans;

/// <summary>Ends the care in the pillar with a reason and, where the family bridged, to whom it goes. The place is given back as anybody gives back a place.</summary>
internal static class EndPlan
{
    private static readonly PlanForm<SaidReview> Form = new(
        "einde", "zorg in de pijler afronden", (read, desk) => SaidReview.ParseEnd(read, desk.Plan.Bridges, desk.Plan.Used > 0), ReviewPlan.SentBefore, Journal, Write) { Decides = true };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/plan/einde", Show).RequireAuthorization(Policies.Decide);
        app.MapPost("/dossiers/{id:guid}/plan/einde", End).RequireAuthorization(Policies.Decide).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Show(http, id, db, library, stop);

    private static Task<IResult> End(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Take(http, id, db, library, stop);

    private static void Journal(DossierInHand hand, PlanDesk desk, Guid act, SaidReview said)
    {
        hand.Work.Journal(Act.PlaceReleased, hand.Key, new PlaceBody(act, desk.Pillar.Number, PlaceSteps.CodeOf(PlaceStep.Release), hand.Work.Actor.Name, null, said.How, Ground(said)));
        hand.Work.Journal(Act.PlanReviewed, hand.Key, said, id: hand.Work.Clock.NewId());
    }

    private static void Write(DossierInHand hand, PlanDesk desk, Guid act, SaidReview said)
    {
        HeldPlaceSteps.Release(hand.Work, desk.Record.Head.Id, desk.Pillar.Number, said.How, Ground(said));
        // Without care, or without a place, the release leaves open whether another place is sought: none is.
        HeldPlaceSteps.Finish(hand.Work, desk.Record.Head.Id, desk.Pillar.Number);
        new NewReview(act, desk.Record.Head.Id, desk.Pillar.Number, said).Add(hand.Work);
    }

    private static string Ground(SaidReview said) => ReleaseGrounds.CodeOf(said.Reason == PlanCodes.FamilyStops ? ReleaseGround.Family : ReleaseGround.CareOver);
}
