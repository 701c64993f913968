using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Messages;

/// <summary>
/// What became of each message, for who decides. A demonstration has no mail server and only invented people:
/// there everybody may read the texts, so that a visitor can go on.
/// </summary>
internal static class ShowMessages
{
    private const string Path = "/beheer/post";

    public static void Map(IEndpointRouteBuilder app)
    {
        var page = app.MapGet(Path, Show);
        if (app.ServiceProvider.GetRequiredService<SiteOptions>().Demo)
        {
            page.AllowAnonymous();
        }
        else
        {
            page.RequireAuthorization(Policies.Decide);
        }

        app.MapPost(Path + "/{id:guid}/opnieuw", Again).RequireAuthorization(Policies.Decide).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, string? voor, FlexDb db, SiteOptions site, CancellationToken stop)
    {
        Guid? before = Guid.TryParse(voor, out var id) ? id : null;
        if (voor is not null && before is null)
        {
            return Results.NotFound();
        }

        var (lines, more) = await QueuedMail.Page(db, site.Demo ? Actor.System("post") : http.Actor(), before, site.Demo, stop);
        return new RazorComponentResult<ShowMessagesPage>(new
        {
            Lines = lines.Select(l => new MessageView(l, l.Text?.To, l.Text?.Subject, l.Text?.Body(site.Mail.Site))).ToList(),
            More = more,
            First = before is null,
            Sends = site.Mail.Host is not null,
            MayRetry = Policies.May(SignedIn.Of(http.User)?.Role, Policies.Decide),
        });
    }

    private static async Task<IResult> Again(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await SendAgain.Run(db, library, http.Actor(), id, stop);
        return new SavedAct(Path, "post");
    }
}

/// <summary>A message on the page; address, subject and text in a demonstration only.</summary>
public sealed record MessageView(QueuedMail Line, string? To, string? Subject, string? Text);
