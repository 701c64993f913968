using System.Globalization;
using Flex.Web.Api.Programme;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.Decisions;

/// <summary>POST /api/v1/dossiers/{id}/decisions: deciding about one pillar as JSON, with the fields, checks and journal of the page.</summary>
internal static class DecideByJson
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/dossiers/{id:guid}/decisions", Decide)
        .Act(Policies.Decide)
        .WithName("decide")
        .WithTags("decisions")
        .WithSummary("Besluit over één pijler van een dossier")
        .WithDescription("Velden: pijler, besluit (toegelaten, wachtlijst of afgewezen), reden als u anders besluit dan het voorstel, en act (een UUID die u zelf maakt). Wie anders wil dan het voorstel krijgt de samenvatting terug die een andere organisatie zal lezen, en bevestigt die met gezien.")
        .Produces<DecidedJson>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Decide(HttpContext http, Guid id, ProgrammeLibrary library, FlexDb db, CancellationToken stop)
    {
        if (await JsonForm.Read(http.Request, stop) is not { } posted)
        {
            return ApiProblems.Unreadable();
        }

        if (!int.TryParse(posted["pijler"], NumberStyles.None, CultureInfo.InvariantCulture, out var pillar))
        {
            return ApiProblems.Fields([new("pijler", "Noem het nummer van de pijler.")]);
        }

        var form = DecisionForm.Read(posted, db.Clock);
        return await TakeDecision.Decide(db, library, http.Actor(), (id, pillar), form, stop) switch
        {
            null => Results.NotFound(),
            { Desk.Record.IsInDoubt: true } => ApiProblems.Conflict("Dit gezin heeft misschien al een dossier. Beoordeel dat eerst."),
            { Stored: true } answer => Results.Created($"/dossiers/{id}", Decided(answer.Desk, form)),
            { Unsure: true } => ApiProblems.Unsure(),
            { Refusal: { } refusal } answer => ApiProblems.Conflict(answer.Desk.TextOf(refusal)),
            { Desk: var desk } => ApiProblems.Fields(desk.Errors(form) is { Count: > 0 } errors ? errors : Unconfirmed(desk, form)),
        };
    }

    private static DecidedJson Decided(DecisionDesk desk, DecisionForm form) => Deviation.Of(desk, form) is { } deviation
        ? new(desk.Record.Head.Id, desk.Pillar, deviation.Stands, form.Outcome)
        : new(desk.Record.Head.Id, desk.Pillar, form.Outcome!, null);

    private static IEnumerable<Ui.FieldError> Unconfirmed(DecisionDesk desk, DecisionForm form) => Deviation.Of(desk, form) is { } deviation
        ? [new("gezien", $"Dit wijkt af van het voorstel; {deviation.Judge} beoordeelt het. Staat er geen naam, adres of nummer in deze samenvatting, stuur dan gezien = {deviation.Mark}:\n{deviation.Summary}")]
        : [];
}

/// <summary>What was decided.</summary>
/// <param name="Asked">What was asked instead and waits for another organisation; null when nothing was.</param>
internal sealed record DecidedJson(Guid Dossier, int Pillar, string Outcome, string? Asked);
