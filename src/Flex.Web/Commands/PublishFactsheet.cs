using Flex.Web.Data.Figures;
using Flex.Web.Data.Journal;
using Flex.Web.Features.Factsheets;

namespace Flex.Web.Commands;

/// <summary>The verb `publish factsheet CODE --pdf FILE`: prints a programme's factsheet to a tagged PDF.</summary>
internal static class PublishFactsheet
{
    private const string NoBrowser = "Er is geen Chromium op deze machine, dus een PDF kan niet worden gemaakt. Installeer chromium, of druk de factsheet af vanuit uw eigen browser.";

    /// <summary>Refuses (1) without a browser that can print, and for an unknown programme.</summary>
    public static async Task<int> Run(CommonOptions options, string programme, string pdf, TextWriter output, CancellationToken stop)
    {
        if (FactsheetPdf.Browser is null)
        {
            await output.WriteLineAsync(NoBrowser);
            return 1;
        }

        await using var host = await Host.Open(options, output);
        return await Print(host, programme, pdf, output, stop);
    }

    public static async Task<int> Print(Host host, string programme, string pdf, TextWriter output, CancellationToken stop)
    {
        var actor = Actor.System("publish");
        var figures = new FigureReader(host.Installation, host.Library, host.Db);
        if (await figures.Show(actor, programme, stop) is not { } factsheet)
        {
            await output.WriteLineAsync($"Er is geen programma met de code {programme}. Kies uit: {string.Join(", ", host.Library.Programmes.Keys)}.");
            return 1;
        }

        await using var services = new ServiceCollection().AddLogging().AddSingleton(new SiteOptions(0, Demo: false, host.Clock)).BuildServiceProvider();
        var bytes = await FactsheetPdf.Print(factsheet, services, stop);
        await Record(host, actor, programme);
        await File.WriteAllBytesAsync(pdf, bytes, stop);
        await output.WriteLineAsync($"Factsheet geschreven naar {pdf}{(factsheet.Mark is { } mark ? $" ({mark})" : "")}.");
        return 0;
    }

    private static async Task Record(Host host, Actor actor, string programme)
    {
        await using var work = await host.Db.Begin(actor, "factsheet als PDF: " + programme);
        work.Journal(Act.FactsheetPublished);
        await work.Save();
    }
}
