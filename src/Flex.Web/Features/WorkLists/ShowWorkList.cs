using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.WorkLists;

/// <summary>What waits for the person who looks, by role: the work of the office, families in care with what is asked of who cares, families to come, the own families.</summary>
internal static class ShowWorkList
{
    private const string Purpose = "werklijst";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/werk", Show).RequireAuthorization(Policies.SeeWork);

    private static Task<IResult> Show(HttpContext http, string? rol, string? na, string? verder, string? verwacht, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => http.Actor().Role switch
    {
        Roles.Kraamverzorgende => Care(http, Key(na), Key(verder), Key(verwacht), db, library, stop),
        Roles.Jgz => Coming(http, Key(na), db, stop),
        Roles.Verloskundige => Families(http, db, stop),
        Roles.Programmabureau => Overrides(http, Key(na), db, stop),
        var own => Office(http, new(rol ?? own, own, Key(na)), db, library, stop),
    };

    // The beginning when nothing is asked; null for what is no key.
    private static WorkKey? Key(string? text) => text is null ? WorkKey.First : WorkKey.Parse(text);

    // Intaker and coordinator stand in for each other, and see what waits for who cares.
    private static async Task<IResult> Office(HttpContext http, OfficeView view, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        if (view.After is null || !OfficeView.Roles.Contains(view.Role))
        {
            return Results.NotFound();
        }

        var list = await DossierList.For(db, http.Actor(), Purpose, stop);
        var (items, beside) = (new WorkItems(library), new WorkBeside(library));
        var page = items.Ask(list, view.Role, view.After);
        await beside.Ask(items.AskCounts(list, view.Role)).Read(stop);
        return new RazorComponentResult<OfficeWorkPage>(new
        {
            View = view,
            page.Lines,
            page.More,
            Counts = (IReadOnlyList<WorkCount>)items.Counts,
            Duplicates = (IReadOnlyList<WaitingDuplicate>)beside.Duplicates,
            Places = (IReadOnlyList<PillarPlaces>)beside.Places,
            Failed = view.Role == Roles.Intaker ? beside.FailedMessages : 0,
            db.Clock.Today,
        });
    }

    // Three lists on one page, each with a key of its own.
    private static async Task<IResult> Care(HttpContext http, WorkKey? after, WorkKey? behind, WorkKey? coming, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        if (after is null || behind is null || coming is null)
        {
            return Results.NotFound();
        }

        var list = await DossierList.For(db, http.Actor(), Purpose, stop);
        var work = new WorkItems(library).Ask(list, Roles.Kraamverzorgende, after);
        var births = WorkItems.AskComing(list, coming);
        var families = DossierLines.InCare(list, behind == WorkKey.First ? null : behind);
        await list.Read(stop);
        return new RazorComponentResult<CareWorkPage>(new
        {
            Waiting = work.Lines,
            NextWaiting = Next("na", work),
            Coming = births.Lines,
            NextComing = Next("verwacht", births),
            families.Lines,
            NextLines = families.More ? $"/werk?verder={new WorkKey(families.Lines[^1].BirthDate ?? DateOnly.MinValue, families.Lines[^1].Id)}" : null,
            First = (after, behind, coming) == (WorkKey.First, WorkKey.First, WorkKey.First),
            db.Clock.Today,
        });

        static string? Next(string name, ListPage<WorkLine> page) => page.More ? $"/werk?{name}={new WorkKey(page.Lines[^1].Until, page.Lines[^1].Id)}" : null;
    }

    private static async Task<IResult> Families(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var list = await DossierList.For(db, http.Actor(), Purpose, stop);
        var families = DossierLines.Newest(list, null);
        var drafts = OwnDrafts.Ask(list, db, http.Actor());
        await list.Read(stop);
        return new RazorComponentResult<FamiliesWorkPage>(new { families.Lines, families.More, Drafts = drafts });
    }

    // Who is coming in a form of its own; what JGZ applied for or took over is among the dossiers.
    private static async Task<IResult> Coming(HttpContext http, WorkKey? after, FlexDb db, CancellationToken stop)
    {
        if (after is null)
        {
            return Results.NotFound();
        }

        var list = await DossierList.For(db, http.Actor(), Purpose, stop);
        var families = ComingFamily.Ask(list, after);
        var drafts = OwnDrafts.Ask(list, db, http.Actor());
        await list.Read(stop);
        var next = families.More ? $"/werk?na={new WorkKey(families.Lines[^1].Day ?? DateOnly.MaxValue, families.Lines[^1].Dossier)}" : null;
        return new RazorComponentResult<ComingWorkPage>(new { families.Lines, Next = next, First = after == WorkKey.First, Drafts = drafts });
    }

    private static async Task<IResult> Overrides(HttpContext http, WorkKey? after, FlexDb db, CancellationToken stop)
    {
        if (after is null)
        {
            return Results.NotFound();
        }

        var list = await DossierList.For(db, http.Actor(), Purpose, stop);
        var waiting = WorkItems.AskOverrides(list, after);
        await list.Read(stop, Act.OverrideRead);
        var next = waiting.More ? $"/werk?na={new WorkKey(waiting.Lines[^1].Until, waiting.Lines[^1].Request)}" : null;
        return new RazorComponentResult<OverrideWorkPage>(new { waiting.Lines, Next = next, First = after == WorkKey.First, db.Clock.Today });
    }
}

/// <summary>Whose work somebody of the office looks at, and from which line on.</summary>
/// <param name="Own">The own role.</param>
/// <param name="After">The line behind which the page begins; null when the address holds no such key.</param>
public sealed record OfficeView(string Role, string Own, WorkKey? After)
{
    public static IReadOnlyList<string> Roles { get; } = [Data.Access.Roles.Intaker, Data.Access.Roles.Coordinator, Data.Access.Roles.Kraamverzorgende];

    /// <summary>The first page of a role's work.</summary>
    public string HrefOf(string role) => role == Own ? "/werk" : "/werk?rol=" + role;

    /// <summary>The page behind a line.</summary>
    public string Behind(WorkLine line) => $"{HrefOf(Role)}{(Role == Own ? "?" : "&")}na={new WorkKey(line.Until, line.Id)}";
}
