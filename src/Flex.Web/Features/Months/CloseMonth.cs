using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.Months;

/// <summary>The coordinator closes a month that is over: after that no hours are registered or corrected in it.</summary>
internal static class CloseMonth
{
    public const string Path = "/maanden";
    private const string Purpose = "maand sluiten";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.CloseMonths);
        app.MapPost(Path, Close).RequireAuthorization(Policies.CloseMonths).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var work = await db.Begin(http.Actor(), Purpose, stop);
        var desk = await MonthDesk.Read(work, http.Actor(), library, stop);
        await work.Save();
        return Page(desk, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Close(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var work = await db.Begin(http.Actor(), Purpose, stop);
        var desk = await MonthDesk.Read(work, http.Actor(), library, stop);
        if (desk.Lines.Any(l => l.Id == typed.Act))
        {
            await work.Save();
            return Done();
        }

        var read = new FieldReader(name => typed[name], db.Clock.Today);
        var programme = read.Code("programma", [.. desk.Programmes.Select(p => new AnswerOption(p.Value, p.Label))], desk.Programmes is [var only] ? only.Value : null);
        var month = MonthOf(read, desk, programme);
        if (month is null || read.Problems.Count > 0)
        {
            await work.Save();
            return Page(desk, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            ClosedMonths.Close(work, typed.Act, programme, month.Value);
            await work.Save();
            return Done();
        }
        catch (PostgresException error) when (Refusals.Of(error) is Refusal.AlreadyCounted)
        {
            return Page(desk, typed, [new FieldError("maand", "Deze maand is zojuist gesloten.")], StatusCodes.Status409Conflict);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
        }
    }

    private static DateOnly? MonthOf(FieldReader read, MonthDesk desk, string programme)
    {
        var month = ClosedMonth.Read(read.Text("maand"));
        if (month is not { } first)
        {
            read.Wrong("maand", "Dit is geen maand. Schrijf maand-jaar, bijvoorbeeld 05-2023.");
        }
        else if (first.AddMonths(1) > read.Today)
        {
            read.Wrong("maand", "Deze maand is nog niet voorbij.");
        }
        else if (desk.Closed.FirstOrDefault(l => l.Programme == programme && l.Closed.Month == first) is { } before)
        {
            read.Wrong("maand", $"Deze maand is al gesloten door {before.Closed.ClosedBy} op {Dutch.Date(before.Closed.ClosedOn)}.");
        }

        return month;
    }

    private static SavedAct Done() => new(Path, "maand-gesloten");

    internal static RazorComponentResult<CloseMonthPage> Page(MonthDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
