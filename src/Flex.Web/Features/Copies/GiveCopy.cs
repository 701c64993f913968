using System.Text.Json;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Copies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Copies;

/// <summary>What was released, to be printed or given as a file: that and nothing newer. Each opening is in the journal.</summary>
internal static class GiveCopy
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/afschrift/{code}/papier", Paper).RequireAuthorization(Policies.ReviewCopy);
        app.MapGet("/dossiers/{id:guid}/afschrift/{code}/bestand", FileOf).RequireAuthorization(Policies.ReviewCopy);
    }

    private static Task<IResult> Paper(HttpContext http, Guid id, string code, FlexDb db, CancellationToken stop) => Open(http, id, code, db, "papier", (desk, part, copy) =>
        new RazorComponentResult<PaperCopyPage>(new { Desk = desk, Part = part, Copy = copy }), stop);

    private static Task<IResult> FileOf(HttpContext http, Guid id, string code, FlexDb db, CancellationToken stop) => Open(http, id, code, db, "bestand", (_, part, copy) =>
        Results.File(JsonSerializer.SerializeToUtf8Bytes(copy, Readable), "application/json", $"afschrift-{copy.Number}-{part.Part}.json"), stop);

    private static async Task<IResult> Open(HttpContext http, Guid id, string code, FlexDb db, string how, Func<CopyDesk, CopyPart, DossierCopy, IResult> answer, CancellationToken stop)
    {
        if (await CopyDesk.Open(http, id, db, stop) is not var (hand, desk, _))
        {
            return Results.NotFound();
        }

        await using (hand)
        {
            if (desk.Find(code) is not ({ } request, { Content: { } content } part))
            {
                return Results.NotFound();
            }

            CopyActs.Open(hand, request, part, how);
            var withheld = await WithheldLines.Of(hand.Work, id, stop);
            await hand.Work.Save();
            return answer(desk, part, hand.Key.Open<DossierCopy>(Convert.FromHexString(content), part.Id).Without(withheld));
        }
    }
}
