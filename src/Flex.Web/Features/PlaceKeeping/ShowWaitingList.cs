using System.Globalization;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.PlaceKeeping;

/// <summary>Who waits for a place in a pillar, in the order of the programme, page after page by key.</summary>
internal static class ShowWaitingList
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/werk/wachtlijst/{pillar:int}", Show).RequireAuthorization(Policies.Decide);

    private static async Task<IResult> Show(HttpContext http, int pillar, string? programma, string? na, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var all = library.Programmes.Values.Where(p => p.AcceptsApplications && p.Pillars.Any(x => x.Number == pillar && x.Places is not null)).OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        if ((programma is null ? all.FirstOrDefault() : all.FirstOrDefault(p => p.Code == programma)) is not { } programme || Key(na) is not { } after)
        {
            return Results.NotFound();
        }

        var list = await WaitingList.Read(db, http.Actor(), (programme, pillar), after, stop);
        return Page(programme, all, pillar, list, na is null, new ProgrammeNames(programme, library.National).Pillar(pillar), db.Clock.NewId());
    }

    private static RazorComponentResult<WaitingListPage> Page(Programme programme, List<Programme> all, int pillar, WaitingList list, bool first, string label, Guid act) => new(new
    {
        Programme = programme,
        Others = (IReadOnlyList<NavItem>)[.. all.Where(p => p != programme).Select(p => new NavItem(p.Name, $"/werk/wachtlijst/{pillar}?programma={p.Code}"))],
        Pillar = pillar,
        Label = label,
        list.Lines,
        list.Places,
        list.ReturnedQuarters,
        Next = list.More ? $"/werk/wachtlijst/{pillar}?programma={programme.Code}&na={list.Lines[^1].Key}" : null,
        First = first,
        ByDueDate = programme.Work.WaitingOrder == WaitingOrder.DueDate,
        Act = act,
    });

    // Null for what is no key.
    private static (DateOnly, Guid)? Key(string? text) => text is null ? (DateOnly.MinValue, Guid.Empty)
        : text.Split('_') is [var day, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && Guid.TryParse(id, out var key) ? (from, key) : null;
}
