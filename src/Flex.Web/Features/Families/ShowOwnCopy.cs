using System.Security.Cryptography;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Copies;
using Flex.Web.Data.Families;
using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Families;

/// <summary>A copy that a professional reviewed and released, for who asked for it and signed in; without what is withheld for a time. Each opening is in the journal.</summary>
internal static class ShowOwnCopy
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/gezin/afschrift/{code}", Show).RequireAuthorization(Policies.OwnPart);

    public static string PathOf(Guid part) => $"/gezin/afschrift/{part}";

    private static async Task<IResult> Show(HttpContext http, string code, FlexDb db, CancellationToken stop)
    {
        await using var hand = await FamilyVisit.ToAct(db, http.Actor(), "eigen afschrift", stop);
        if (hand is null)
        {
            return Results.LocalRedirect(FamilyDoor.OverPath);
        }

        if (await Content(hand.Work, code, stop) is not var (id, of, content))
        {
            await hand.Work.Save();
            return Results.NotFound();
        }

        hand.Work.Journal(Act.CopyRead, hand.Key, new CopyBody([of], hand.Visit.Who.Words, hand.Visit.Who.Code) { Handed = "eigen bladzijde" });
        var withheld = await WithheldLines.Of(hand.Work, hand.Visit.Dossier, stop);
        await hand.Work.Save();
        return new RazorComponentResult<OwnCopyPage>(new { Copy = Opened(hand.Key, content, id)?.Without(withheld) });
    }

    private static async Task<(Guid Id, string Part, byte[] Content)?> Content(Work work, string asked, CancellationToken stop)
    {
        work.Add("select id, part, content from family_copies() where id::text = $1", asked);
        await using var row = await work.Read(stop);
        return await row.ReadAsync(stop) ? (row.GetGuid(0), row.GetString(1), row.GetFieldValue<byte[]>(2)) : null;
    }

    // What somebody changed in the database does not open: that is said, and not shown as if it were whole.
    private static DossierCopy? Opened(DossierKey key, byte[] content, Guid id)
    {
        try
        {
            return key.Open<DossierCopy>(content, id);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
