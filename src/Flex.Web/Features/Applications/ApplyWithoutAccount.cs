using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Addresses;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Applications;

/// <summary>The form for a professional without an account who proved an address: what is sent goes in, nothing comes out.</summary>
internal static class ApplyWithoutAccount
{
    public const string Form = DoorCookie.Path + "/formulier";
    private const string Received = DoorCookie.Path + "/ontvangen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Form, Show).AllowAnonymous();
        app.MapPost(Form, Send).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapGet(Received, IResult () => new RazorComponentResult<ApplicationReceivedPage>()).AllowAnonymous();
    }

    private static async Task<IResult> Show(HttpContext http, string? programma, ProgrammeLibrary library, FlexDb db, CancellationToken stop)
    {
        if (await Proved(http, db, stop) is not { Used: false } proof)
        {
            return SeeOther(http, DoorCookie.Path);
        }

        var open = ApplyForFamily.Open(library);
        return ApplyForFamily.Chosen(open, programma) is { } programme
            ? new ApplicationPage(programme, library, db.Clock.Today).Fresh(ApplicationForm.AtTheDoor(proof, Fresh(), db.Clock.NewId()), [])
            : Choose(open, refused: false);
    }

    private static async Task<IResult> Send(HttpContext http, ProgrammeLibrary library, FlexDb db, CancellationToken stop)
    {
        var posted = await http.Request.ReadFormAsync(stop);
        var open = ApplyForFamily.Open(library);
        if (ApplyForFamily.Chosen(open, posted["programma"]) is not { } programme)
        {
            return Choose(open, refused: true);
        }

        var page = new ApplicationPage(programme, library, db.Clock.Today);
        var act = Guid.TryParse(posted["act"], out var sent) ? sent : db.Clock.NewId();
        try
        {
            return await Proved(http, db, stop) is { } proof
                ? await Store(http, a => ApplicationForm.AtTheDoor(proof, name => posted[name], a), (act, proof), page, db, stop)
                : page.Conflict(ApplicationForm.AtTheDoor(null, name => posted[name], act), NotProved);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return page.Unsure(ApplicationForm.AtTheDoor(null, name => posted[name], act));
        }
    }

    private static async Task<IResult> Store(HttpContext http, Func<Guid, ApplicationForm> under, (Guid Act, AddressProof Proof) sent, ApplicationPage page, FlexDb db, CancellationToken stop)
    {
        var form = under(sent.Act);
        var factors = page.Library.National.Factors;
        var read = new FieldReader(name => form.Said(name, factors), db.Clock.Today);
        if (ApplicationText.Parse(read, page.Programme, page.Library.National) is not { } application)
        {
            return page.Wrong(form, read.Problems);
        }

        var answer = await new NewApplication(page.Programme, factors, form, application) { Proof = sent.Proof }.Store(db, sent.Proof.Actor, stop);
        return answer is { SaidOtherwise: true } or { ProofUsed: true } ? page.Conflict(under(db.Clock.NewId()), ProofUsed) : SeeOther(http, Received);
    }

    private static FormNotice NotProved { get; } = new(
        "Dit is nog niet opgeslagen",
        "Uw e-mailadres is niet gecontroleerd, of dat is te lang geleden. Vraag in een nieuw tabblad een code en verstuur dit formulier daarna nog eens. Alles wat u invulde staat er nog.");

    private static FormNotice ProofUsed { get; } = new(
        "Dit is nog niet opgeslagen",
        "Met deze code is al een gezin aangemeld. Vraag in een nieuw tabblad een andere code en verstuur dit formulier daarna nog eens. Alles wat u invulde staat er nog.");

    private static async Task<AddressProof?> Proved(HttpContext http, FlexDb db, CancellationToken stop) =>
        DoorCookie.Read(http) is { } check ? await AddressProof.Of(db, check, stop) : null;

    private static Func<string, Microsoft.Extensions.Primitives.StringValues> Fresh() => name => name switch
    {
        "taal" => ContactCodes.Dutch,
        _ => default,
    };

    // Where it leads says itself what was done, or what must be done first.
    private static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static RazorComponentResult<ChooseProgrammePage> Choose(List<Programme> open, bool refused) =>
        new(new { Programmes = open, Refused = refused, From = Form }) { StatusCode = refused ? StatusCodes.Status409Conflict : StatusCodes.Status200OK };
}
