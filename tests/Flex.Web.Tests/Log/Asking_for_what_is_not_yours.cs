using System.Net;
using Flex.Web.Data.Access;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Flex.Web.Tests.Log;

/// <summary>Every attempt that is refused is in the log, and no line means no data.</summary>
public sealed class Asking_for_what_is_not_yours(TestCluster cluster)
{
    private const string Refusals = "select count(*) from journal.entry where act = 'Refused' and outcome = 8";

    [Theory]
    [InlineData("")]
    [InlineData("/historie")]
    [InlineData("/besluit/1")]
    public async Task Leaves_a_line_about_the_dossier_and_says_what_is_said_of_one_that_does_not_exist(string page)
    {
        await using var app = await App.Start(cluster);
        var other = await Resembling.Stored(app, "verloskunde-elders");
        await app.Database.AsAdmin("set session_replication_role = replica; delete from relation where kind = 'intake'");
        using var intaker = await app.Visit("intaker");

        var answer = await intaker.Get($"/dossiers/{other}{page}");
        var said = intaker.Page.QuerySelector("main")!.TextContent;

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("intaker demo:intaker", await app.Database.AsAdmin("select concat_ws(' ', role, actor) from journal.entry where act = 'Refused' and outcome = 8 and dossier_id = $1", other));
        Assert.Equal(answer.StatusCode, (await intaker.Get($"/dossiers/{Guid.NewGuid()}{page}")).StatusCode);
        Assert.Equal(said, intaker.Page.QuerySelector("main")!.TextContent);
        Assert.Equal(2L, await app.Database.AsAdmin(Refusals));
    }

    [Fact]
    public async Task Leaves_a_line_for_a_page_that_the_role_may_not_use()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var town = await app.Visit("gemeente");

        var answer = await town.Get($"/dossiers/{id}/besluit/1");

        Assert.StartsWith("/geen-toegang", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal("gemeente GET /dossiers/{id:guid}/besluit/{pillar:int}", await app.Database.AsAdmin("select role || ' ' || purpose from journal.entry where act = 'Refused' and dossier_id = $1", id));
        Assert.Contains(await Kept.Seen(app, id), l => l.Contains("gemeente Wilde uw gegevens bekijken en mocht dat niet. Dit mocht niet. Deze persoon zag niets van u.", StringComparison.Ordinal));
    }

    // Asked of the routes themselves, as every persona who may: a page that shows a family without its line fails here.
    [Fact]
    public async Task Gives_nothing_of_a_family_to_anybody_while_no_line_can_be_written()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        var routes = app.Routes.Where(r => r.RoutePattern.RawText is { } path && !path.Contains("inloggen", StringComparison.Ordinal)
            && r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] == "GET" && PolicyOf(r) is not null).ToList();
        var visitors = new List<(string Role, Visitor Visitor)>();
        foreach (var role in Roles.All)
        {
            visitors.Add((role.Code, await app.Visit(role.Code)));
        }

        await app.Database.AsAdmin("revoke insert on journal.entry from flex_app; revoke insert (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, outcome, context, mac) on journal.entry from flex_app");
        var (shown, failed) = (new List<string>(), 0);
        foreach (var (role, visitor) in visitors)
        {
            foreach (var route in routes)
            {
                var path = route.RoutePattern.RawText!.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal).Replace("{pillar:int}", "1", StringComparison.Ordinal)
                    .Replace("{code}", "start", StringComparison.Ordinal).Replace("{programme}", "zuid-limburg-2021", StringComparison.Ordinal) + "?samen=ja";
                var answer = await visitor.Get(path);
                failed += (int)answer.StatusCode >= 500 ? 1 : 0;
                if ((await answer.Content.ReadAsStringAsync()).Contains("Anna de Proef", StringComparison.Ordinal))
                {
                    shown.Add($"{role}: {path}");
                }
            }

            visitor.Dispose();
        }

        Assert.Empty(shown);
        Assert.True(failed > routes.Count, $"{failed}");
    }

    [Theory]
    [InlineData("intaker", "/dossiers")]
    [InlineData("intaker", "/werk")]
    [InlineData("privacy", "/beheer/toezicht")]
    [InlineData("gemeente", "/dossiers")]
    public async Task Answers_with_a_failure_then(string role, string path)
    {
        await using var app = await App.Start(cluster);
        await new Builder(app).Dossier().Save();
        using var visitor = await app.Visit(role);
        await app.Database.AsAdmin("create function refuse() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = '53100'; end $$; create trigger full_disk before insert on journal.entry for each row execute function refuse()");

        var answer = await visitor.Get(path);

        Assert.True(answer.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}");
    }

    private static string? PolicyOf(RouteEndpoint route) => route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).FirstOrDefault(p => p is not null);
}
