using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Log;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.Withholdings;

/// <summary>The second person: who oversees judges what somebody else asked to withhold from a family's page.</summary>
internal static class JudgeWithholding
{
    private const string Path = "/beheer/toezicht/achterhouden";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async Task<IResult> (HttpContext http, FlexDb db, CancellationToken stop) => await Page(http, db, null, [], StatusCodes.Status200OK, stop)).RequireAuthorization(Policies.Oversee);
        app.MapPost(Path + "/{id:guid}", Judge).RequireAuthorization(Policies.Oversee).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Judge(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        var read = new FieldReader(name => typed[name], db.Clock.Today);
        var because = read.Line("reden", "Vul in waarom u dit zo beoordeelt.");
        if (typed["oordeel"] is not ("goedkeuren" or "afwijzen"))
        {
            read.Wrong("oordeel", "Kies of u dit goedkeurt.");
        }

        if (read.Problems.Count > 0)
        {
            return await Page(http, db, (id, typed), [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity, stop);
        }

        try
        {
            await Withholding.Judge(db, http.Actor(), id, typed["oordeel"] == "goedkeuren", because);
        }
        catch (PostgresException refused) when (Refusals.Of(refused) == Refusal.MayNotJudge)
        {
            return await Page(http, db, (id, typed), [new("oordeel", "U vroeg dit zelf. Een ander moet het beoordelen.")], StatusCodes.Status409Conflict, stop);
        }

        return new SavedAct(Path, "achterhouden-beoordeeld");
    }

    private static async Task<RazorComponentResult<JudgeWithholdingPage>> Page(HttpContext http, FlexDb db, (Guid Id, TypedFields Typed)? of, IReadOnlyList<FieldError> errors, int status, CancellationToken stop) => new(new
    {
        Waiting = await Withholding.Read(db, http.Actor(), stop),
        Judged = of?.Id,
        Typed = of?.Typed ?? TypedFields.Fresh(db.Clock),
        Errors = errors,
    }) { StatusCode = status };
}
