using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Months;

/// <summary>Opens a closed month again, with a reason: so nothing that was given is lost because somebody was late.</summary>
internal static class OpenMonth
{
    public const string Path = "/maanden/open";
    private const int LongestReason = 2_000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, Open).RequireAuthorization(Policies.CloseMonths).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Open(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var work = await db.Begin(http.Actor(), "maand weer openen", stop);
        var desk = await MonthDesk.Read(work, http.Actor(), library, stop);
        var read = new FieldReader(name => typed[name], db.Clock.Today);
        var line = desk.Lines.FirstOrDefault(l => l.Id.ToString() == read.Text("welke_maand") && desk.Programmes.Any(p => p.Value == l.Programme));
        if (line is null)
        {
            read.Wrong("welke_maand", "Kies een gesloten maand.", repeat: false);
        }

        if (read.Text("reden_open") is null)
        {
            read.Wrong("reden_open", "Vul in waarom de maand weer opengaat.");
        }

        var because = read.Note("reden_open", LongestReason);
        if (line is null || (line.OpenedOn is null && (because is null || read.Problems.Count > 0)))
        {
            await work.Save();
            return CloseMonth.Page(desk, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            if (line.OpenedOn is null)
            {
                ClosedMonths.Open(work, line.Id, because!);
            }

            await work.Save();
            return new SavedAct(CloseMonth.Path, "maand-open");
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return CloseMonth.Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
        }
    }
}
