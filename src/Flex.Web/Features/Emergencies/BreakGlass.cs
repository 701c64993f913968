using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Emergencies;

/// <summary>Opens the dossier of a family that one has no relation with, for an hour: who she is, why, and once more the code of the app.</summary>
internal static class BreakGlass
{
    public const string Path = "/noodknop";
    private const int LongestReason = 400;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, FlexDb db) => Page(http, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK)).RequireAuthorization(Policies.BreakGlass);
        app.MapPost(Path, Try).RequireAuthorization(Policies.BreakGlass).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Try(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        var (actor, read) = (http.Actor(), new FieldReader(name => typed[name], db.Clock.Today));
        if (await BrokenGlass.Done(db, actor, typed.Act, stop) is { } before)
        {
            return new SavedAct($"/dossiers/{before}", "noodknop");
        }

        var glass = Parse(read, typed.Act);
        FreshFactor? factor = null;
        if (glass is not null && Account.IdOf(actor) is { } account)
        {
            factor = await FreshFactor.Look(db, account, read.Text("code") ?? "", http.Connection.RemoteIpAddress?.ToString() ?? "onbekend", stop);
            Require(read, factor is null, "code", "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app.");
        }

        if (glass is null || read.Problems.Count > 0)
        {
            return Page(http, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        return await glass.Break(db, actor, factor, stop) is { } dossier ? new SavedAct($"/dossiers/{dossier}", "noodknop")
            : Page(http, typed, [new("naam", "Er is niet precies één gezin met deze naam en geboortedatum. Vul beide in zoals ze in het dossier staan.")], StatusCodes.Status422UnprocessableEntity);
    }

    private static BrokenGlass? Parse(FieldReader read, Guid act)
    {
        var (name, born, reason, because) = (read.Short("naam", 200), read.Day("geboortedatum", future: false), EmergencyReason.Find(read.Text("grond")), read.Note("toelichting", LongestReason));
        Require(read, name is null, "naam", "Vul de hele naam van de moeder in.");
        Require(read, born is null, "geboortedatum", "Vul de geboortedatum van de moeder in.");
        Require(read, reason is null, "grond", "Kies waarom u dit dossier nu moet zien.");
        Require(read, because is null, "toelichting", "Schrijf erbij wat er is. Het gezin kan dit lezen.");
        return read.Problems.Count > 0 ? null : new(act, name!, born!.Value, reason!, because!);
    }

    private static void Require(FieldReader read, bool wrong, string field, string message)
    {
        if (wrong && read.Problems.All(p => p.Field != field))
        {
            read.Wrong(field, message);
        }
    }

    private static RazorComponentResult<BreakGlassPage> Page(HttpContext http, TypedFields typed, IReadOnlyList<FieldError> errors, int status) =>
        new(new { Typed = typed, Errors = errors, AsksCode = Account.IdOf(http.Actor()) is not null }) { StatusCode = status };
}
