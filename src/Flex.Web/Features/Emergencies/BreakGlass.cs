using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Emergencies;

/// <summary>Opens the dossier of a family that one has no relation with, for an hour: who she is, why, and once more the code of the app, or a new sign-in at the own organisation.</summary>
internal static class BreakGlass
{
    public const string Path = "/noodknop";
    private const int LongestReason = 400;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.BreakGlass);
        app.MapPost(Path, Try).RequireAuthorization(Policies.BreakGlass).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, FlexDb db, SiteOptions site, CancellationToken stop) =>
        Page(http, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK, await Provider(http, db, site, stop));

    private static async Task<IResult> Try(HttpContext http, FlexDb db, SiteOptions site, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        var (actor, read) = (http.Actor(), new FieldReader(name => typed[name], db.Clock.Today));
        if (await BrokenGlass.Done(db, actor, typed.Act, stop) is { } before)
        {
            return new SavedAct($"/dossiers/{before}", "noodknop");
        }

        var glass = Parse(read, typed.Act);
        var provider = await Provider(http, db, site, stop);
        var useUp = glass is null || provider is not null ? null : await Proof(http, db, read, stop);
        if (glass is null || provider is not null || read.Problems.Count > 0)
        {
            return Page(http, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity, provider);
        }

        return await glass.Break(db, actor, useUp, stop) is { } dossier ? new SavedAct($"/dossiers/{dossier}", "noodknop")
            : Page(http, typed, [new("naam", "Er is niet precies één gezin met deze naam en geboortedatum. Vul beide in zoals ze in het dossier staan.")], StatusCodes.Status422UnprocessableEntity, null);
    }

    // The provider where this person must sign in anew first; null for who did, who has an account here, and a persona of a demonstration.
    private static async Task<IdentityProvider?> Provider(HttpContext http, FlexDb db, SiteOptions site, CancellationToken stop) =>
        SessionDoor.ProviderOf(http.User) is { } code && !await FreshSignIn.Is(db, http.Actor(), SessionDoor.KeyOf(http.User)!, stop) ? site.Providers.First(p => p.Code == code) : null;

    // What is used up with the act: a new sign-in elsewhere, or a code of the app.
    private static async Task<Action<Work>?> Proof(HttpContext http, FlexDb db, FieldReader read, CancellationToken stop)
    {
        if (SessionDoor.ProviderOf(http.User) is not null)
        {
            return FreshSignIn.UseUp(SessionDoor.KeyOf(http.User)!);
        }

        if (Account.IdOf(http.Actor()) is not { } account)
        {
            return null;
        }

        var factor = await FreshFactor.Look(db, account, read.Text("code") ?? "", http.Connection.RemoteIpAddress?.ToString() ?? "onbekend", stop);
        Require(read, factor is null, "code", "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app.");
        return factor is null ? null : factor.UseUp;
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

    private static RazorComponentResult<BreakGlassPage> Page(HttpContext http, TypedFields typed, IReadOnlyList<FieldError> errors, int status, IdentityProvider? anew) => new(new
    {
        Typed = typed,
        Errors = errors,
        Anew = anew is null ? null : new Choice($"{anew.Path}?opnieuw=ja&terug={Path}", anew.Label),
        AsksCode = Account.IdOf(http.Actor()) is not null && SessionDoor.ProviderOf(http.User) is null,
        Demo = Account.IdOf(http.Actor()) is null,
    }) { StatusCode = status };
}
