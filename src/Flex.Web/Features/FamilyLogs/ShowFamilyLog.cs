using System.Globalization;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Log;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.FamilyLogs;

/// <summary>
/// "Wie keek er in mijn gegevens": the family's page. The family has no account yet, so the coordinator opens it together with the family on
/// the own device; that stands in the journal as such. First the question whether the family looks along, and no line before it.
/// </summary>
internal static class ShowFamilyLog
{
    private const string Together = "ja";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/dossiers/{id:guid}/wie-keek", Show).RequireAuthorization(Policies.ShowLog);

    private static async Task<IResult> Show(HttpContext http, Guid id, [AsParameters] Asked asked, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        if (asked.Samen != Together)
        {
            return await OpenDossier.Read(db, http.Actor(), "vragen of het gezin meekijkt", id, stop) is var (record, _) ? new RazorComponentResult<AskFamilyLogPage>(new { record.Head }) : Results.NotFound();
        }

        var period = LogPeriod.Parse(asked.Van, asked.Tot, Beginning, db.Clock);
        var after = asked.Na is null ? HistoryKey.Oldest : HistoryKey.Parse(asked.Na);
        if (after is null || await FamilyLog.Read(db, http.Actor(), id, period ?? new(Beginning, Beginning), after, stop) is not { } log)
        {
            return Results.NotFound();
        }

        var words = new FamilyWords(new ProgrammeNames(library.Programmes[log.Head.Programme], library.National));
        return new RazorComponentResult<FamilyLogPage>(new
        {
            log.Head,
            From = asked.Van,
            Until = asked.Tot,
            WrongPeriod = period is null,
            Lines = (IReadOnlyList<FamilyLogView>)(period is null ? [] : [.. log.Lines.Select(words.Of)]),
            Next = log.Next is null ? null : string.Create(CultureInfo.InvariantCulture, $"/dossiers/{id}/wie-keek?samen={Together}&van={Uri.EscapeDataString(asked.Van ?? "")}&tot={Uri.EscapeDataString(asked.Tot ?? "")}&na={log.Next}"),
        }) { StatusCode = period is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }

    // Before every line: whoever names no first day sees all of it.
    private static DateOnly Beginning => new(2000, 1, 1);

    /// <summary>What the address asks.</summary>
    internal sealed record Asked
    {
        public string? Samen { get; init; }

        public string? Van { get; init; }

        public string? Tot { get; init; }

        public string? Na { get; init; }
    }
}
