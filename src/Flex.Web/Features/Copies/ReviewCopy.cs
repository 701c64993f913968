using Flex.Domain.Dossiers;
using Flex.Domain.Rights;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Copies;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Copies;

/// <summary>Reviews one part of a copy: shows what would be given, leaves lines out on a ground, and releases exactly what was reviewed, or refuses the part.</summary>
internal static class ReviewCopy
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/afschrift/{code}", Show).RequireAuthorization(Policies.ReviewCopy);
        app.MapPost("/dossiers/{id:guid}/afschrift/{code}", Decide).RequireAuthorization(Policies.ReviewCopy).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost("/dossiers/{id:guid}/afschrift/{code}/weglaten", Omit).RequireAuthorization(Policies.ReviewCopy).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static Task<IResult> Show(HttpContext http, Guid id, string code, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => With(http, id, code, db, library, async (hand, view) =>
    {
        await hand.Work.Save();
        return view.Answer(StatusCodes.Status200OK);
    }, stop);

    private static Task<IResult> Omit(HttpContext http, Guid id, string code, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => With(http, id, code, db, library, async (hand, view) =>
    {
        // Sent twice, or decided in the meantime: the page says how it stands.
        if (!view.Part.Waits || view.Part.Omitted.Any(o => o.ActId == view.Typed.Act))
        {
            await hand.Work.Save();
            return view.Part.Waits ? view.Saved("afschrift-weggelaten") : view.Answer(StatusCodes.Status409Conflict);
        }

        var read = view.Reader();
        if (CopyText.Omit(read, view.Whole.Sections.SelectMany(s => s.Lines).Select(l => l.Id).ToHashSet(StringComparer.Ordinal)) is not { } said)
        {
            await hand.Work.Save();
            return view.With(read).Answer(StatusCodes.Status422UnprocessableEntity);
        }

        CopyActs.Omit(hand, view.Request, view.Part, said, view.Typed.Act);
        return view.After(await hand.TrySave(), "afschrift-weggelaten");
    }, stop);

    private static Task<IResult> Decide(HttpContext http, Guid id, string code, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => With(http, id, code, db, library, async (hand, view) =>
    {
        if (!view.Part.Waits)
        {
            await hand.Work.Save();
            return view.Decided();
        }

        var read = view.Reader();
        if (CopyText.Decide(read, view.Desk.Ways) is not { } said)
        {
            await hand.Work.Save();
            return view.With(read).Answer(StatusCodes.Status422UnprocessableEntity);
        }

        if (said.Released && view.Typed.Version != view.Version)
        {
            await hand.Work.Save();
            return await Told(http, id, code, db, library, stop);
        }

        CopyActs.Decide(hand, view.Request, view.Part, said, said.Released ? view.Given : null, view.Typed.Act);
        var saved = await hand.TrySave();
        return saved.Refusal is null ? view.After(saved, said.Released ? "afschrift-vrijgegeven" : "afschrift-geweigerd") : await Told(http, id, code, db, library, stop);
    }, stop);

    // Looked at anew: it was sent twice, somebody else decided, or something was added since this part was reviewed.
    private static Task<IResult> Told(HttpContext http, Guid id, string code, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => With(http, id, code, db, library, async (hand, view) =>
    {
        await hand.Work.Save();
        return view.Part.Waits ? view.Changed() : view.Decided();
    }, stop);

    private static async Task<IResult> With(HttpContext http, Guid id, string code, FlexDb db, ProgrammeLibrary library, Func<DossierInHand, CopyView, Task<IResult>> step, CancellationToken stop)
    {
        if (await CopyDesk.Open(http, id, db, stop) is not var (hand, desk, typed))
        {
            return Results.NotFound();
        }

        await using (hand)
        {
            return desk.Find(code) is var (request, part)
                ? await step(hand, new(desk, request, part, await CopyWriter.Whole(hand, request, part.Part, library, stop), typed) { Day = DossierFacts.DayOf(hand.Record, db.Clock) })
                : Results.NotFound();
        }
    }
}
