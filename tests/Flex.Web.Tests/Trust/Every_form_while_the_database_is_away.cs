using System.Net;
using System.Text.RegularExpressions;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;

namespace Flex.Web.Tests.Trust;

/// <summary>Every form of the product, asked of the routes themselves: a new one without a row in <see cref="SentForms"/> fails here.</summary>
public sealed partial class Every_form_while_the_database_is_away(TestCluster cluster)
{
    private const string Written = "select count(*) from journal.entry where act not like '%Read' and act <> 'SearchDone'";

    public static TheoryData<string> Forms => [.. SentForms.All.Keys, .. SentForms.Steps.Keys];

    [Fact]
    public async Task Is_in_the_list()
    {
        await using var app = await App.Start(cluster);
        var forms = app.Routes.Where(r => r.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true })
            .Select(r => $"{r.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {r.RoutePattern.RawText}");

        Assert.Equal(SentForms.All.Keys.Concat(SentForms.NotHere.Keys).Order(StringComparer.Ordinal), forms.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Comes_back_with_everything_typed_and_counts_once_when_it_is_there_again(string route)
    {
        await using var app = await App.Start(cluster);
        var form = SentForms.All.GetValueOrDefault(route) ?? SentForms.Steps[route];
        using var visitor = await app.Visit(form.Persona);
        var (path, sent) = await form.Open(app, visitor);
        Assert.Matches("^" + Hole().Replace(route["POST ".Length..].Split('#')[0], "[^/]+") + "$", path);
        var before = await app.Database.AsAdmin(Written);

        // Away from the beginning, and then gone in the middle of what it stores.
        await using (await Outage.Of(cluster, app.Database))
        {
            await IsAway(visitor, path, sent);
        }

        if (form.Acts)
        {
            Outage outage;
            await using (var holder = await A_database_that_goes_away.Hold(app, "journal.entry"))
            {
                var sending = IsAway(visitor, path, sent);
                await A_database_that_goes_away.SomebodyWaits(holder);
                outage = await Outage.Of(cluster, app.Database);
                await sending;
            }

            await outage.End();
        }

        Assert.Equal(before, await app.Database.AsAdmin(Written));
        var again = Again(visitor, path, sent);
        await Succeeds(visitor, path, again, form);
        if (form.Acts)
        {
            var once = (long)(await app.Database.AsAdmin(Written))!;
            Assert.True(once > (long)before!, "nothing was stored");
            await Succeeds(visitor, path, again, form);
            Assert.Equal(once, await app.Database.AsAdmin(Written));
        }
    }

    private static async Task IsAway(Visitor visitor, string path, IReadOnlyList<(string Name, string Value)> sent)
    {
        var answer = await visitor.Post(path, sent);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("De gegevens zijn nu niet bereikbaar.", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([], Filled(sent).Except(Filled(SentForms.On(visitor, path))));
    }

    // As the page holds it; a button is pressed as it was, and of two forms for one address the same one is sent.
    private static List<(string Name, string Value)> Again(Visitor visitor, string path, IReadOnlyList<(string Name, string Value)> sent)
    {
        var typed = SentForms.On(visitor, path).Where(t => t.Name != "stap" || sent.All(s => s.Name != "stap") || sent.Contains(t)).ToList();
        return [.. typed, .. sent.Where(s => s.Name is "doe" or "stap" or "oordeel" && typed.TrueForAll(t => t.Name != s.Name))];
    }

    private static async Task Succeeds(Visitor visitor, string path, IReadOnlyList<(string Name, string Value)> sent, SentForm form)
    {
        var answer = await visitor.Post(path, sent);

        Assert.True(form.Shows ? answer.StatusCode == HttpStatusCode.OK : answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect,
            $"{answer.StatusCode} {answer.Headers.Location} {visitor.Page.QuerySelector("main")?.TextContent}");
    }

    // Which button is pressed stands on the page as a button.
    private static IEnumerable<string> Filled(IEnumerable<(string Name, string Value)> fields) => fields.Where(f => f.Value.Length > 0 && f.Name != "doe").Select(f => $"{f.Name}={f.Value}");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}
