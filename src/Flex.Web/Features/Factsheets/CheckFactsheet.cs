using Flex.Domain.Statistics;
using Flex.Web.Data.Access;
using Flex.Web.Data.Figures;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Factsheets;

/// <summary>The check page: per figure and category what was published beside what the dossiers yield, and why they differ.</summary>
internal static class CheckFactsheet
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/factsheet/{programme}/controle", Show).RequireAuthorization(Policies.SeeFigures);

    public static IReadOnlyList<CheckedFigure> Check(Factsheet factsheet, IReadOnlyList<PublishedFigure> published) =>
        [.. factsheet.Figures.Select(f => CheckedFigure.Of(f, published.FirstOrDefault(p => p.Figure == f.Code)))];

    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Agrees => "klopt",
        Verdict.DiffersAsExplained => "wijkt af, verklaard",
        Verdict.Differs => "wijkt af",
        Verdict.NotPublished => "niet gepubliceerd",
        Verdict.NotShown => "niet getoond",
    };

    public static Tone Tone(this Verdict verdict) => verdict switch
    {
        Verdict.Agrees => Ui.Tone.Ok,
        Verdict.DiffersAsExplained => Ui.Tone.Warning,
        Verdict.Differs => Ui.Tone.Error,
        Verdict.NotPublished or Verdict.NotShown => Ui.Tone.Neutral,
    };

    private static async Task<IResult> Show(HttpContext http, string programme, FigureReader figures, CancellationToken stop) =>
        await figures.Show(http.Actor(), programme, stop) is { } factsheet
            ? new RazorComponentResult<CheckFactsheetPage>(new { Factsheet = factsheet, Figures = Check(factsheet, figures.Library.Published[programme]) })
            : ShowFactsheet.Unknown(programme);
}
