using Flex.Domain.Dossiers;
using Flex.Domain.Identities;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Identities;

/// <summary>The page about who one person of a dossier is, with what was typed on it.</summary>
/// <param name="Person">Of whom; one of <see cref="DossierRecord.Persons"/>.</param>
public sealed record IdentityDesk(DossierRecord Record, string Person, TypedFields Typed)
{
    public const string Purpose = "identiteit";

    public IdentityLines Lines => Record.Life.Identity;

    public string Path => $"/dossiers/{Record.Head.Id}/identiteit";

    /// <summary>Which number the form saw: none, the one of the application, or the act that put it there.</summary>
    public string Version => Lines.Number(Person) is not { } known ? "" : known.ActId?.ToString() ?? "aanvraag";

    /// <summary>The desk of a posted form; null when the dossier or the person is not there.</summary>
    internal static IdentityDesk? Of(DossierRecord record, TypedFields typed) => Of(record, typed["persoon"], typed);

    internal static IdentityDesk? Of(DossierRecord record, string? person, TypedFields typed) =>
        record.Persons.Contains(person ?? PersonId.Mother) ? new(record, person ?? PersonId.Mother, typed) : null;

    internal IResult Done(string what) => new SavedAct(Person == PersonId.Mother ? Path : $"{Path}?van={Person}", what);

    /// <summary>The answer of a dossier that has ended, in which nothing is written any more; null while it is open.</summary>
    internal IResult? Ended() => Record.Life.End is { } end ? Page(StatusCodes.Status409Conflict, [], EndWords.Notice(end)) : null;

    /// <summary>The same, told to who saved just when the dossier ended.</summary>
    internal async Task<IResult> AfterTheEnd(FlexDb db, Actor actor, CancellationToken stop) =>
        await OpenDossier.Read(db, actor, Purpose, Record.Head.Id, stop) is var (now, _) && (this with { Record = now }).Ended() is { } over ? over : Results.NotFound();

    internal FieldReader Reader(ProgrammeClock clock) => new(name => Typed[name], DossierFacts.DayOf(Record, clock));

    internal IResult Wrong(FieldReader read) => Page(StatusCodes.Status422UnprocessableEntity, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))]);

    internal IResult Unsure() => Page(StatusCodes.Status503ServiceUnavailable, [], FormNotice.Unsure);

    internal RazorComponentResult<IdentityPage> Page(int status = StatusCodes.Status200OK, IReadOnlyList<FieldError>? errors = null, FormNotice? said = null, string? number = null) =>
        new(new { Desk = this, Errors = errors ?? [], Said = said, Number = number }) { StatusCode = status };
}
