using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Erasing;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Rights;

/// <summary>The page of a request to destroy, which shows the step that comes next.</summary>
/// <param name="Own">Whether who looks decided: then somebody else erases.</param>
public sealed record ErasureView(DossierHead Head, ErasureRequest? Request, bool Own, TypedFields Typed)
{
    public FormNotice? Said { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    internal const string Purpose = "verzoek om te vernietigen";

    internal static ErasureView Of(DossierInHand hand, ErasureRequest? request, TypedFields typed) => new(hand.Record.Head, request, request?.Decider == hand.Work.Actor.Id, typed);

    /// <summary>Opens the dossier for this step; null when it is not there for this person.</summary>
    internal static async Task<(DossierInHand Hand, ErasureRequest? Request, TypedFields Typed)?> Open(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = HttpMethods.IsPost(http.Request.Method) ? TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock) : TypedFields.Fresh(db.Clock);
        if (await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop) is not { } hand)
        {
            return null;
        }

        return (hand, await ErasureRequest.Of(hand.Work, id, stop), typed);
    }

    /// <summary>The page, after the look is saved; what was typed stays with its mistakes.</summary>
    internal static async Task<IResult> Look(DossierInHand hand, ErasureView view, FieldReader? read = null)
    {
        await hand.Work.Save();
        return read is null ? Page(view, StatusCodes.Status200OK)
            : Page(view with { Errors = [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))] }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The answer to what was saved, or could not be.</summary>
    internal static IResult Answer(ErasureView view, Saved saved, string path, string code) => saved switch
    {
        { Ok: true } or { Refusal: Refusal.AlreadyCounted } => new SavedAct(path, code),
        { Unsure: true } => Page(view with { Said = FormNotice.Unsure }, StatusCodes.Status503ServiceUnavailable),
        { Refusal: Refusal.DoubtFirst } => Page(view with { Said = new("Er is niets vernietigd", "Er wacht nog een aanmelding die op dit gezin lijkt. Beoordeel eerst of die van dit gezin is.") }, StatusCodes.Status409Conflict),
        { Refusal: Refusal.MayNotJudge } => Page(view with { Said = new("Er is niets vernietigd", "U besloot over dit verzoek. Een collega voert het uit.") }, StatusCodes.Status409Conflict),
        _ => Page(view with { Said = FormNotice.Changed }, StatusCodes.Status409Conflict),
    };

    private static RazorComponentResult<ErasurePage> Page(ErasureView view, int status) => new(new { View = view }) { StatusCode = status };
}
