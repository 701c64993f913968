using System.Text;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Imports;

/// <summary>The page on which the provider's coordinator brings in the daily file: a trial first, then the same text is stored, whole or not at all.</summary>
internal static class BringShifts
{
    public const string Path = "/diensten";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.BringShifts);
        app.MapPost(Path, Bring).RequireAuthorization(Policies.BringShifts).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static IResult Show() => Page(null, null, StatusCodes.Status200OK);

    private static async Task<IResult> Bring(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (bytes, text) = await Sent(form, stop);
        if (bytes.Length == 0)
        {
            return Page(null, null, StatusCodes.Status422UnprocessableEntity, new FieldError("tekst", "Kies een bestand met diensten, of plak de tekst ervan."));
        }

        var (file, actor) = (ShiftFile.Read(bytes, db.Clock.Today), http.Actor());
        var door = new TakeShifts(db, library, actor, actor.Organisation);
        var report = form["doe"] == "opslaan" ? await door.Store(file, stop) : await door.Try(file, stop);
        return Page(text, report, report.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : report.Unsure ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    // A file that was chosen becomes the text, so that what was tried is what is stored.
    private static async Task<(byte[] Bytes, string? Text)> Sent(IFormCollection form, CancellationToken stop)
    {
        if (form.Files.GetFile("bestand") is not { Length: > 0 } file)
        {
            var typed = Typed.Text(form["tekst"]);
            return (Encoding.UTF8.GetBytes(typed ?? ""), typed);
        }

        var bytes = new byte[Math.Min(file.Length, ShiftFile.Largest + 1)];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, stop);
        return (bytes, bytes.Length > ShiftFile.Largest ? null : Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Replace("\0", "", StringComparison.Ordinal));
    }

    private static RazorComponentResult<BringShiftsPage> Page(string? text, ShiftReport? report, int status, params FieldError[] errors) =>
        new(new { Text = text, Report = report, Errors = errors }) { StatusCode = status };
}
