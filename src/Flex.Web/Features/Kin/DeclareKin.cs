using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Log;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Kin;

/// <summary>Somebody says that a dossier is of herself, a relative or a colleague. It closes nothing; who oversees sees every look apart from then on, also those of before.</summary>
internal static class DeclareKin
{
    private const string Purpose = "zeggen dat men het gezin kent";
    private const string Field = "band";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/kennen", Show).RequireAuthorization(Policies.SeeDossiers);
        app.MapPost("/dossiers/{id:guid}/kennen", Say).RequireAuthorization(Policies.SeeDossiers).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToLook(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var said = await KinDeclaration.Own(hand, stop);
        await hand.Work.Save();
        return Page(hand.Record.Head, TypedFields.Fresh(db.Clock, "", (Field, said)), [], StatusCodes.Status200OK);
    }

    // Who only looks says it as well: it is about the look.
    private static async Task<IResult> Say(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToLook(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var read = new FieldReader(name => typed[name], db.Clock.Today);
        var kind = read.Code(Field, Kinship.Said, null);
        if (read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return Page(hand.Record.Head, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        KinDeclaration.Say(hand, typed.Act, kind);
        return await hand.TrySave() is { Unsure: true }
            ? Page(hand.Record.Head, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure)
            : new SavedAct($"/dossiers/{id}", "kennen");
    }

    private static RazorComponentResult<DeclareKinPage> Page(DossierHead head, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Head = head, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
