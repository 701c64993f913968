using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Shields;

/// <summary>Shields the address of a family, gives another one, or lifts it; also after the dossier ended, for danger does not end with it.</summary>
internal static class ShieldAddress
{
    internal const string Purpose = "adres afschermen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/adres", Look).RequireAuthorization(Policies.ConfirmFacts);
        app.MapPost("/dossiers/{id:guid}/adres", Say).RequireAuthorization(Policies.ConfirmFacts).WithMetadata(new RequireAntiforgeryTokenAttribute());
        ShowAddress.Map(app);
    }

    private static async Task<IResult> Look(HttpContext http, Guid id, FlexDb db, CancellationToken stop) => await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _)
        ? Page(record, TypedFields.Fresh(db.Clock, "", ("afscherming", record.Head.Shield)), [], StatusCodes.Status200OK, null)
        : Results.NotFound();

    private static Task<IResult> Say(HttpContext http, Guid id, FlexDb db, CancellationToken stop) =>
        new Correcting<SaidShield>(Purpose, (read, _) => ShieldText.Parse(read), (hand, said, act) => new NewShield(act, hand, said).Add())
        {
            // Sent twice it counts once: the act says so.
            Told = (_, _) => null,
            Page = Page,
            Done = of => new SavedAct($"/dossiers/{of}", "afgeschermd"),
        }.Post(http, id, db, stop);

    internal static IResult Page(DossierRecord record, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said) => Page(record, typed, errors, status, said, null);

    internal static RazorComponentResult<AddressPage> Page(DossierRecord record, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said, ShieldedAddress? shown) =>
        new(new { Record = record, Typed = typed, Errors = errors, Said = said, Shown = shown }) { StatusCode = status };
}
