using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Log;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.FamilyLogs;

/// <summary>"Wie keek er in mijn gegevens" for the mother who signed in herself; that she looked stands in it too.</summary>
internal static class ShowOwnLog
{
    // Before every line: whoever names no first day sees all of it.
    private static readonly DateOnly Beginning = new(2000, 1, 1);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(FamilyDoor.LogPath, Show).RequireAuthorization(Policies.OwnPart);

    private static async Task<IResult> Show(HttpContext http, string? van, string? tot, string? na, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var hand = await FamilyVisit.ToAct(db, http.Actor(), "wie keek er in mijn gegevens", stop);
        if (hand is null)
        {
            return Results.LocalRedirect(FamilyDoor.OverPath);
        }

        var period = LogPeriod.Parse(van, tot, Beginning, db.Clock);
        if ((na is null ? HistoryKey.Oldest : HistoryKey.Parse(na)) is not { } after)
        {
            await hand.Work.Save();
            return Results.NotFound();
        }

        var log = await OwnLog.Read(hand, period ?? new(Beginning, Beginning), after, stop);
        await hand.Work.Save();
        var words = new FamilyWords(new ProgrammeNames(library.Programmes[hand.Visit.Programme], library.National));
        return log is null ? Results.LocalRedirect(FamilyDoor.HomePath) : new RazorComponentResult<OwnLogPage>(new
        {
            From = van,
            Until = tot,
            WrongPeriod = period is null,
            Lines = (IReadOnlyList<FamilyLogView>)(period is null ? [] : [.. log.Value.Lines.Select(words.Of)]),
            Next = log.Value.Next is null ? null : $"{FamilyDoor.LogPath}?van={Uri.EscapeDataString(van ?? "")}&tot={Uri.EscapeDataString(tot ?? "")}&na={log.Value.Next}",
        }) { StatusCode = period is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }
}
