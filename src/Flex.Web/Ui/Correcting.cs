using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;

namespace Flex.Web.Ui;

/// <summary>
/// The steps that a correction takes, whatever it corrects: open the dossier, say what changed in the meantime, read the form, write what was with what is and its
/// line in the journal, and answer. What was typed comes back with whatever keeps it from being stored.
/// </summary>
internal sealed record Correcting<T>(string Purpose, Func<FieldReader, DossierRecord, T?> Parse, Action<DossierInHand, T, Guid> Write)
    where T : class
{
    /// <summary>The answer when nothing is left to correct, it was sent twice or somebody corrected it since the form was opened; null to go on.</summary>
    public required Func<DossierRecord, TypedFields, IResult?> Told { get; init; }

    public required Func<DossierRecord, TypedFields, IReadOnlyList<FieldError>, int, FormNotice?, IResult> Page { get; init; }

    public required Func<Guid, IResult> Done { get; init; }

    /// <summary>What has to be asked of the database before anything is written; nothing for most.</summary>
    public Func<DossierInHand, T, CancellationToken, Task>? First { get; init; }

    public async Task<IResult> Post(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        if (Told(hand.Record, typed) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        // Somebody fills this in and can be asked back, as at an application that comes in by its applicant.
        var read = new FieldReader(name => name == "kanaal" ? ApplicationCodes.ByApplicant : typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        if (Parse(read, hand.Record) is not { } said)
        {
            await hand.Work.Save();
            return Page(hand.Record, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message) { Asks = p.Asks })], StatusCodes.Status422UnprocessableEntity, null);
        }

        await (First?.Invoke(hand, said, stop) ?? Task.CompletedTask);
        Write(hand, said, typed.Act);
        return await hand.TrySave() switch
        {
            { Ok: true } => Done(id),
            { Unsure: true } => Page(hand.Record, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (now, _) => Told(now, typed) ?? Done(id),
            _ => Results.NotFound(),
        };
    }
}
