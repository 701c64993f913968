using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Copies;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Copies;

/// <summary>The page on which one part of a copy is reviewed.</summary>
/// <param name="Whole">Everything of this part, with what is left out still in it.</param>
public sealed record CopyView(CopyDesk Desk, CopyRequest Request, CopyPart Part, DossierCopy Whole, TypedFields Typed)
{
    public required DateOnly Day { get; init; }

    public FormNotice? Said { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>What is given when it is released now.</summary>
    public DossierCopy Given => CopyWriter.Given(Whole, Part.LeftOut);

    public string Version => CopyWriter.VersionOf(Given);

    internal FieldReader Reader() => new(name => Typed[name], Day);

    internal CopyView With(FieldReader read) => this with { Errors = [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))] };

    internal IResult Saved(string code) => new SavedAct(Desk.AddressOf(Part), code);

    /// <summary>The page; what was typed stays.</summary>
    internal IResult Answer(int status) => new RazorComponentResult<ReviewCopyPage>(new { View = status == StatusCodes.Status409Conflict && Said is null ? this with { Said = new("Dit is niet opgeslagen", "Over dit deel is intussen besloten.") } : this }) { StatusCode = status };

    /// <summary>The answer when this part was decided: by this very form, or by somebody else.</summary>
    internal IResult Decided() => Part.DecisionAct == Typed.Act ? Saved(Part.Released ? "afschrift-vrijgegeven" : "afschrift-geweigerd") : Answer(StatusCodes.Status409Conflict);

    internal IResult Changed() => (this with { Said = new("Dit is nog niet vrijgegeven", "Er is iets veranderd sinds u dit deel nakeek. Kijk het hieronder opnieuw na en geef het dan vrij.") }).Answer(StatusCodes.Status409Conflict);

    /// <summary>The answer to what was saved, or could not be.</summary>
    internal IResult After(Saved saved, string code) => saved switch
    {
        { Ok: true } or { Refusal: Refusal.AlreadyCounted } => Saved(code),
        { Unsure: true } => (this with { Said = FormNotice.Unsure }).Answer(StatusCodes.Status503ServiceUnavailable),
        _ => Answer(StatusCodes.Status409Conflict),
    };
}
