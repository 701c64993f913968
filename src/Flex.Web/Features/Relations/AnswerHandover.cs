using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Relations;

/// <summary>JGZ takes a family over that was offered to it, or does not: from then on it sees the dossier, or nothing more than before.</summary>
internal static class AnswerHandover
{
    private const string Offered = "select dossier_id from relation where id = $1 and kind = 'overdracht' and organisation = $2 and from_day is null and until_day is null";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/werk/overdracht/{id:guid}", Answer).RequireAuthorization(Policies.TakeOver).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Answer(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var accepts = (await http.Request.ReadFormAsync(stop))["antwoord"] == "aannemen";
        var actor = http.Actor();
        await using var work = await db.Begin(actor, "overdracht beantwoorden", stop);
        work.Add(Offered, id, actor.Organisation);
        Guid dossier;
        await using (var reader = await work.Read(stop))
        {
            await reader.NextResultAsync(stop);
            if (!await reader.ReadAsync(stop))
            {
                // Answered before, by a double click or by a colleague, or taken back: the list says how it is.
                return new SavedAct("/werk", "overdracht-beantwoord");
            }

            dossier = reader.GetGuid(0);
        }

        work.Journal(Act.HandoverAnswered, dossier: dossier);
        work.Add(accepts
            ? "update relation set from_day = $2, entry_id = $3 where id = $1 and from_day is null and until_day is null"
            : "update relation set until_day = $2, ended_because = 'niet aangenomen', entry_id = $3 where id = $1 and from_day is null and until_day is null", id, db.Clock.Today, work.EntryId);
        await work.Save();
        return accepts ? new SavedAct($"/dossiers/{dossier}", "overdracht-aangenomen") : new SavedAct("/werk", "overdracht-niet-aangenomen");
    }
}
