using System.Net;
using Flex.Web.Data.Access;
using Flex.Web.Features.DryRuns;
using Flex.Web.Features.Exports;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.DryRuns;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Flex.Web.Tests.Log;

/// <summary>No line, no data: what leaves a line when it can, is refused when it cannot, whether it reads, lists, searches, counts or lets data leave.</summary>
public sealed class A_log_that_cannot_be_written(TestCluster cluster)
{
    private const string Full = "create function refuse() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = '53100'; end $$; create trigger full_disk before insert on journal.entry for each row execute function refuse()";

    // Found by asking every page as everybody, with a log that can be written: so a page that comes later is asked too.
    [Fact]
    public async Task Refuses_every_page_that_leaves_a_line()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using (var intaker = await app.Visit("intaker"))
        {
            await intaker.Get($"/dossiers/{id}/besluit/1");
            await Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        }

        var paths = app.Routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] == "GET" && r.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0)
            .Select(r => Path(r.RoutePattern.RawText!, id)).Distinct().ToList();
        var visitors = new Dictionary<string, Visitor>(StringComparer.Ordinal);
        foreach (var role in Roles.All)
        {
            visitors[role.Code] = await app.Visit(role.Code);
        }

        var lined = new List<(string Role, string Path)>();
        foreach (var (role, path) in from role in visitors.Keys from path in paths select (role, path))
        {
            var before = await Lines(app);
            await visitors[role].Get(path);
            lined.AddRange(await Lines(app) > before ? [(role, path)] : []);
        }

        var acts = (string)(await app.Database.AsAdmin("select string_agg(distinct act, ' ' order by act) from journal.entry"))!;
        Assert.All((string[])["DossierRead", "FamilyLogRead", "FiguresRead", "LetterShown", "ListRead", "LogRead", "Refused"], a => Assert.Contains(a, acts, StringComparison.Ordinal));
        await app.Database.AsAdmin(Full);
        var given = new List<string>();
        foreach (var (role, path) in lined)
        {
            var answer = await visitors[role].Get(path);
            given.AddRange((int)answer.StatusCode < 500 ? [$"{role} {path}: {answer.StatusCode}"] : []);
        }

        Assert.Equal([], given);
        visitors.Values.ToList().ForEach(v => v.Dispose());
    }

    public static TheoryData<string> Searches => ["POST /zoeken", "POST /zoeken/bsn", "POST /dossiers/{id:guid}/identiteit/tonen", "POST /beheer/proefberekening", "POST /noodknop"];

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Refuses_what_is_searched_tried_and_shown(string route)
    {
        await using var app = await App.Start(cluster);
        var id = await Resembling.Stored(app, "verloskunde-elders", mother: "Anna de Proef");
        var form = SentForms.All.GetValueOrDefault(route);
        using var visitor = await app.Visit(form?.Persona ?? "intaker");
        var path = Path(route["POST ".Length..], id);
        IReadOnlyList<(string, string)> sent = [("bsn", FormFields.Bsn), ("persoon", "mother")];
        if (form is null)
        {
            await visitor.Get(path.Replace("/tonen", "", StringComparison.Ordinal));
        }
        else
        {
            (path, sent) = await form.Open(app, visitor);
        }

        await app.Database.AsAdmin(Full);
        var answer = await visitor.Post(path, [.. sent]);

        Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode}");
        // What was typed comes back as fields to send again; nothing that was found does.
        Assert.DoesNotContain("Anna de Proef", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(FormFields.Bsn, visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main a[href*='/dossiers/0']"));
        await app.Database.AsAdmin("drop trigger full_disk on journal.entry");
        Assert.True((int)(await visitor.Post(path, [.. sent])).StatusCode < 400, "answered once the line can be written");
    }

    [Fact]
    public async Task Refuses_every_file_and_leaves_none()
    {
        await using var app = await App.Start(cluster);
        await new Builder(app).Dossier().InCare().Save();
        var number = (int)(await app.Database.AsAdmin("select number from dossier"))!;
        var folder = Directory.CreateTempSubdirectory("flex-log").FullName;
        var criteria = System.IO.Path.Combine(folder, "v-proef.json");
        await File.WriteAllTextAsync(criteria, PastFamilies.Criteria(_ => { }), TestContext.Current.CancellationToken);
        using var said = new StringWriter();
        await app.Database.AsAdmin(Full);

        foreach (var kind in (string[])["applications", "care", "questionnaires"])
        {
            await Refused(() => ExportFile.Run(app.Db, app.Library, (kind, "geboortezorg-limburg"), System.IO.Path.Combine(folder, kind + ".csv"), "zuid-limburg-2021", said, TestContext.Current.CancellationToken));
        }

        await Refused(() => ExportLog.Run(app.Db, number, System.IO.Path.Combine(folder, "log.ndjson"), said, TestContext.Current.CancellationToken));
        await Refused(() => TellDryRun.Run(app.Db, app.Library, "zuid-limburg-2021", criteria, said, TestContext.Current.CancellationToken));

        Assert.Equal([criteria], Directory.EnumerateFiles(folder));
        Assert.Equal("", said.ToString());
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Refused(Func<Task> export) => Assert.Equal("53100", (await Assert.ThrowsAsync<PostgresException>(export)).SqlState);

    private static async Task<long> Lines(App app) => (long)(await app.Database.AsAdmin("select count(*) from journal.entry"))!;

    private static string Path(string route, Guid id) => route.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal).Replace("{pillar:int}", "1", StringComparison.Ordinal)
        .Replace("{code}", "start", StringComparison.Ordinal).Replace("{programme}", "zuid-limburg-2021", StringComparison.Ordinal) + (route.EndsWith("wie-keek", StringComparison.Ordinal) ? "?samen=ja" : "");
}
