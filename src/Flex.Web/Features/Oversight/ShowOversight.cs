using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Log;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Oversight;

/// <summary>The log for the privacy officer: per employee, per family, and what stands out; and the proof that a period was reviewed.</summary>
internal static class ShowOversight
{
    private const string Path = "/beheer/toezicht";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (HttpContext http, [AsParameters] Asked asked, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
            await Page(http, (asked, db, library), TypedFields.Fresh(db.Clock), [], stop)).RequireAuthorization(Policies.Oversee);
        app.MapPost(Path, Review).RequireAuthorization(Policies.Oversee).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Review(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        var read = new FieldReader(name => typed[name], ProgrammeClock.DayOf(db.Clock.Now));
        var (from, until) = (read.RequiredDay("vanaf", future: false, "Vul de eerste dag in die u nakeek."), read.RequiredDay("tot_en_met", future: false, "Vul de laatste dag in die u nakeek."));
        var found = read.Line("bevinding", "Vul in wat u vond, ook als dat niets is.");
        if (read.Problems.Count == 0 && until < from)
        {
            read.Wrong("tot_en_met", "De laatste dag ligt voor de eerste.");
        }

        if (read.Problems.Count > 0)
        {
            return await Page(http, (new(), db, library), typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], stop);
        }

        await LogReview.Keep(db, http.Actor(), typed.Act, new(from, until), found);
        return new SavedAct(Path, "nagekeken");
    }

    private static async Task<IResult> Page(HttpContext http, (Asked Asked, FlexDb Db, ProgrammeLibrary Library) of, TypedFields typed, IReadOnlyList<FieldError> errors, CancellationToken stop)
    {
        var (asked, today) = (of.Asked, ProgrammeClock.DayOf(of.Db.Clock.Now));
        if (LogViews.Parse(asked.Soort) is not { } view || LogPeriod.Parse(asked.Van, asked.Tot, today.AddDays(-30), of.Db.Clock) is not { } period
            || await Data.Log.Oversight.Read(of.Db, http.Actor(), (view, period, asked.Wie), asked.Na, stop) is not { } log)
        {
            return Results.NotFound();
        }

        var words = new OversightWords(of.Library);
        return new RazorComponentResult<OversightPage>(new
        {
            View = view,
            Period = period,
            About = asked.Wie,
            Lines = (IReadOnlyList<OversightRow>)[.. log.Lines.Select(words.Of)],
            Employees = (IReadOnlyList<EmployeeTally>)[.. log.Employees.Select(e => e with { Organisation = words.Organisation(e.Organisation) })],
            of.Db.Clock.DemoDay,
            log.Reviews,
            Next = log.Next is null ? null : $"{Path}?{OversightWords.Query(view, period, asked.Wie)}&na={Uri.EscapeDataString(log.Next)}",
            Typed = typed,
            Errors = errors,
        }) { StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }

    /// <summary>What the address asks.</summary>
    internal sealed record Asked
    {
        public string? Soort { get; init; }

        public string? Wie { get; init; }

        public string? Van { get; init; }

        public string? Tot { get; init; }

        public string? Na { get; init; }
    }
}
