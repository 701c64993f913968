using System.Text.RegularExpressions;
using Flex.Web.Data.Cluster;
using Flex.Web.Data.Figures;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Flex.Web.Features.Factsheets;

/// <summary>Prints the factsheet page with its own print sheet to a tagged PDF, by a headless Chromium when one is installed.</summary>
internal static partial class FactsheetPdf
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // One browser at a time: it takes hundreds of megabytes.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>The installed browser, or null.</summary>
    public static string? Browser { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(folder => (string[])["chromium", "chromium-browser", "google-chrome"], Path.Combine)
        .FirstOrDefault(File.Exists);

    /// <summary>Renders the page as a self-contained file and prints it; <paramref name="services"/> are those of the pages.</summary>
    public static async Task<byte[]> Print(Factsheet factsheet, IServiceProvider services, CancellationToken stop)
    {
        var html = SelfContained(await Html(factsheet, services));
        await OneAtATime.WaitAsync(stop);
        var folder = Directory.CreateTempSubdirectory("flex-pdf-").FullName;
        try
        {
            var page = Path.Combine(folder, "factsheet.html");
            var pdf = Path.Combine(folder, "factsheet.pdf");
            await File.WriteAllTextAsync(page, html, stop);
            var (_, said) = await Tool.Within(Patience, Browser!, Arguments(folder, pdf, page));
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, stop) : throw new InvalidOperationException("Chromium maakte geen PDF: " + said.Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            OneAtATime.Release();
        }
    }

    private static string[] Arguments(string folder, string pdf, string page) =>
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--user-data-dir=" + Path.Combine(folder, "profile"),
        "--no-pdf-header-footer", "--print-to-pdf=" + pdf, new Uri(page).AbsoluteUri,
    ];

    private static async Task<string> Html(Factsheet factsheet, IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Factsheet"] = factsheet });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ShowFactsheetPage>(parameters)).ToHtmlString());
    }

    // A file has no site behind it: the style sheet goes in, links into the site would lead nowhere.
    private static string SelfContained(string html)
    {
        var css = Path.Combine(AppContext.BaseDirectory, "wwwroot", "site.css");
        var style = File.Exists(css) ? "<style>" + File.ReadAllText(css) + "</style>" : "";
        var outside = OutsideFile().Replace(html, "");
        return SiteLink().Replace(outside, "").Replace("</head>", style + "</head>", StringComparison.Ordinal);
    }

    [GeneratedRegex("<link [^>]*>|<script [^>]*></script>", RegexOptions.None, 1000)]
    private static partial Regex OutsideFile();

    [GeneratedRegex(" href=\"/[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex SiteLink();
}
