using System.Security.Claims;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Families;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Sessions;

/// <summary>Signing in: with an account, and in a demonstration also by choosing a persona. Elsewhere that choice does not exist.</summary>
internal static class SignIn
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void Services(IServiceCollection services, SiteOptions site)
    {
        var authentication = services.AddAuthentication(Scheme).AddCookie(Scheme, cookie => Cookie(cookie, site));
        FamilyDoor.Services(authentication, site);
        SignInWithOrganisation.Services(authentication, site);
    }

    private static void Cookie(CookieAuthenticationOptions cookie, SiteOptions site)
    {
        cookie.Cookie.Name = SafeCookie.NameOn(site, "flex-sessie");
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = site.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = "/inloggen";
        cookie.AccessDeniedPath = "/geen-toegang";
        cookie.ReturnUrlParameter = "terug";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
        cookie.Events.OnValidatePrincipal = SessionDoor.Look;
        cookie.Events.OnRedirectToLogin = async c => await Answer(c, StatusCodes.Status401Unauthorized, await ExpiredSession.SignInFor(c.HttpContext, c.RedirectUri));
        cookie.Events.OnRedirectToAccessDenied = c => Answer(c, StatusCodes.Status403Forbidden, c.RedirectUri);
        // One browser is a professional's or a family's, never both.
        cookie.Events.OnSigningIn = c => FamilyDoor.MakeWay(c.HttpContext);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/inloggen", IResult (string? terug, string? kwijt, string? uit, SiteOptions site) =>
            new RazorComponentResult<SignInPage>(new { Offered = site.Demo, Organisations = SignInWithOrganisation.Choices(site, terug), ReturnTo = terug, Lost = kwijt is not null, Everywhere = uit is not null })).AllowAnonymous();
        ExpiredSession.Map(app);
        app.MapPost("/inloggen", Choose).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapGet("/geen-toegang", IResult () => new RazorComponentResult<NoAccessPage> { StatusCode = StatusCodes.Status403Forbidden }).AllowAnonymous();
    }

    private static async Task<IResult> Choose(HttpContext http, SiteOptions site, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (!form.ContainsKey("persona"))
        {
            return await SignInWithAccount.Try(http, form, site, db, stop);
        }

        if (!site.Demo || Roles.Find(form["persona"]) is not { } role)
        {
            return new RazorComponentResult<SignInPage>(new { Offered = site.Demo, Organisations = SignInWithOrganisation.Choices(site, null), Wrong = site.Demo }) { StatusCode = StatusCodes.Status400BadRequest };
        }

        var actor = new Actor("demo:" + role.Code, Persona.NameOf(role), role.Code, OrganisationOf(role, library));
        await using (var work = await db.Begin(actor, "inloggen", stop))
        {
            work.Journal(Act.SignedIn);
            await work.Save();
        }

        await http.SignInAsync(Scheme, Principal(actor));
        return Results.LocalRedirect(Persona.StartOf(role, form["terug"]));
    }

    private static ClaimsPrincipal Principal(Actor actor) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, actor.Id), new(ClaimTypes.Name, actor.Name), new(ClaimTypes.Role, actor.Role), new(SignedIn.OrganisationClaim, actor.Organisation)], Scheme));

    // A persona works for the first partner with its role; who has no partner works for an organisation named after the role.
    private static string OrganisationOf(Role role, ProgrammeLibrary library) => library.Programmes.Values
        .Where(p => p.AcceptsApplications)
        .SelectMany(p => p.Partners)
        .FirstOrDefault(p => p.Roles.Contains(role.PartnerRole))?.Code ?? "demo-" + role.PartnerRole;

    // A page leads to the choice or says no; the API answers with a status.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, string path)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(path);
        }

        return Task.CompletedTask;
    }
}
