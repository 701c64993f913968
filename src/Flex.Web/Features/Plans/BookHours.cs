using Flex.Domain.Plans;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Plans;

/// <summary>Reserves hours for a family, or gives back what is not needed: never more than is left.</summary>
internal static class BookHours
{
    private static readonly PlanForm<SaidBooking> Form = new(
        "boeking", "uren reserveren of teruggeven", (read, desk) => SaidBooking.Parse(read, desk.Plan.Ledger),
        (desk, act) => desk.Plan.Bookings.FirstOrDefault(b => b.Id == act) is { } row ? new(row.Kind, new(row.Quarters), row.Because) : null,
        (hand, _, _, said) => hand.Work.Journal(Act.HoursBooked, hand.Key, said),
        (hand, desk, act, said) => new NewBooking(act, desk.Record.Head.Id, desk.Pillar.Number, said).Add(hand.Work));

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/plan/boeking", Show).RequireAuthorization(Policies.MakePlan);
        app.MapPost("/dossiers/{id:guid}/plan/boeking", Book).RequireAuthorization(Policies.MakePlan).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Show(http, id, db, library, stop);

    private static Task<IResult> Book(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => Form.Take(http, id, db, library, stop);
}
