using System.Net;
using System.Text.RegularExpressions;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Flex.Web.Tests.Ui;

public sealed partial class The_style_sheet
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "wwwroot", "site.css");

    [Fact]
    public void Is_small_and_calls_for_nothing_else()
    {
        Assert.True(System.IO.File.Exists(File), "There is no wwwroot/site.css: run node src/Flex.Web/Styles/build.mjs and build again.");
        Assert.InRange(new FileInfo(File + ".br").Length, 1_000, 25_000);
        Assert.InRange(new FileInfo(Path.ChangeExtension(File, "js")).Length, 1, 8_000);
        Assert.DoesNotContain("url(", System.IO.File.ReadAllText(File), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Still_has_the_properties_that_its_rules_read()
    {
        var css = System.IO.File.ReadAllText(File);
        var declared = Declared().Matches(css).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        // A read with a fallback may be of a property that nobody sets; one of our own may not.
        var missing = Read().Matches(css).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)
            .Where(name => name.StartsWith("--flex-", StringComparison.Ordinal) || name.StartsWith("--basis-", StringComparison.Ordinal)
                || name.StartsWith("--voorbeeld-", StringComparison.Ordinal))
            .Where(name => !declared.Contains(name));

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Goes_out_with_brotli_to_who_takes_it_and_may_be_kept()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthorization();
        await using var app = builder.Build();
        SiteAssets.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();

        using var request = new HttpRequestMessage(HttpMethod.Get, SiteAssets.Css);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var packed = await client.SendAsync(request, TestContext.Current.CancellationToken);
        using var plain = await client.GetAsync(SiteAssets.Css, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (packed.StatusCode, plain.StatusCode));
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Contains("immutable", packed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("text/css", plain.Content.Headers.ContentType!.MediaType);
    }

    [GeneratedRegex(@"(--[\w-]+)\s*:")]
    private static partial Regex Declared();

    [GeneratedRegex(@"var\(\s*(--[\w-]+)")]
    private static partial Regex Read();
}
