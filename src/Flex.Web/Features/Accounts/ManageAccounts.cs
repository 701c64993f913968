using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Accounts;

/// <summary>An administrator invites people of the own organisation, sees who has an account and closes one.</summary>
internal static class ManageAccounts
{
    public const string Path = "/beheer/accounts";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.ManageAccounts);
        app.MapPost(Path, Invite).RequireAuthorization(Policies.ManageAccounts).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost(Path + "/{id:guid}/afsluiten", Close).RequireAuthorization(Policies.ManageAccounts).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static Task<IResult> Show(HttpContext http, string? na, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        Page(http, db, library, new() { After = Guid.TryParse(na, out var id) ? id : null }, stop);

    private static async Task<IResult> Invite(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var actor = http.Actor();
        var read = new FieldReader(field => Typed.Text(form[field]), db.Clock.Today);
        var (name, mail, role) = (read.Short("naam_persoon", 200), read.Mail("mail"), read.Text("rol"));
        var errors = read.Problems.Select(p => new FieldError(p.Field, p.Message)).ToList();
        Require(errors, name is null, "naam_persoon", "Vul de naam in.");
        Require(errors, mail is null, "mail", "Vul het e-mailadres in.");
        Require(errors, OrganisationRoles.Of(library, actor.Organisation).All(r => r.Code != role), "rol", "Kies een rol.");
        var act = Guid.TryParse(form["act"], out var given) ? given : db.Clock.NewId();
        if (errors.Count == 0 && await Invitation.Make(db, actor, new(act, actor.Organisation, role!, name!, Account.MailKey(mail!)), stop) is null)
        {
            errors.Add(new("mail", "Met dit e-mailadres kan hier geen account worden gemaakt. Vraag een ander adres."));
        }

        return errors.Count == 0 ? new SavedAct(Path, "uitgenodigd") : await Page(http, db, library, new() { Act = act, Name = Typed.Text(form["naam_persoon"]), Mail = Typed.Text(form["mail"]), Role = role, Errors = errors }, stop);
    }

    private static async Task<IResult> Close(HttpContext http, Guid id, FlexDb db, LiveSessions live, CancellationToken stop)
    {
        if (!await OrganisationAccounts.Close(db, http.Actor(), id, stop))
        {
            return Results.NotFound();
        }

        live.AskAgain();
        return new SavedAct(Path, "afgesloten");
    }

    private static void Require(List<FieldError> errors, bool wrong, string field, string message)
    {
        if (wrong && errors.For(field) is null)
        {
            errors.Add(new(field, message));
        }
    }

    private static async Task<IResult> Page(HttpContext http, FlexDb db, ProgrammeLibrary library, AccountsView view, CancellationToken stop)
    {
        var actor = http.Actor();
        var (lines, more) = await OrganisationAccounts.Page(db, actor, view.After, stop);
        return new RazorComponentResult<AccountsPage>(new
        {
            View = view with
            {
                Act = view.Act ?? db.Clock.NewId(),
                Organisation = OrganisationRoles.NameOf(library, actor.Organisation), Lines = lines, More = more, Own = Account.IdOf(actor),
                Roles = [.. OrganisationRoles.Of(library, actor.Organisation).Select(r => new Choice(r.Code, r.Label))],
            },
        }) { StatusCode = view.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }
}
