using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Flex.Web.Ui.History;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Dossiers;

/// <summary>The page of one dossier and its history; every look is in the journal before anything is shown.</summary>
internal static class ShowDossier
{
    private const string Purpose = "dossier inzien";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}", Overview).RequireAuthorization(Policies.SeeDossiers);
        app.MapGet("/dossiers/{id:guid}/historie", History).RequireAuthorization(Policies.SeeDossiers);
    }

    private static async Task<IResult> Overview(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var actor = http.Actor();
        return await OpenDossier.Read(db, actor, Purpose, id, stop) is var (record, key)
            ? new RazorComponentResult<ShowDossierPage>(new { View = DossierView.Of(record, key, library, db.Clock), Role = record.Head.OnlyLooks ? "" : actor.Role })
            : Results.NotFound();
    }

    private static async Task<IResult> History(HttpContext http, Guid id, string? voor, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var before = voor is null ? HistoryKey.Newest : HistoryKey.Parse(voor);
        if (before is null || await OpenDossier.History(db, http.Actor(), Purpose, id, before, stop) is not { } history)
        {
            return Results.NotFound();
        }

        var names = new ProgrammeNames(library.Programmes[history.Head.Programme], library.National) { Shields = history.Head.Shield is not null };
        var text = new HistoryText(names, history.Key, Reach.IsApplicant(http.Actor()), db.Clock);
        return new RazorComponentResult<DossierHistoryPage>(new { history.Head, Items = history.Lines.Select(text.Of).ToList(), DemoDay = db.Clock.IsElsewhere ? db.Clock.Today : (DateOnly?)null, Newest = voor is null, MayShowLog = Policies.May(http.Actor().Role, Policies.ShowLog), Older = history.Older?.ToString() });
    }
}
