using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Flex.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Flex.Web.Tests.Ui;

/// <summary>A component as the browser would get it.</summary>
internal static class Rendered
{
    public static async Task<string> Html<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton<AntiforgeryStateProvider, FixedAntiforgery>()
            .AddSingleton(new SiteOptions(0, Demo: true, new ProgrammeClock(TimeProvider.System, new DateOnly(2023, 5, 31))))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(view)).ToHtmlString());
    }

    public static async Task<IDocument> Page<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent => new HtmlParser().ParseDocument(await Html<T>(parameters));

    private sealed class FixedAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
