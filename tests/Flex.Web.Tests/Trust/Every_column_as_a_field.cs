using System.Globalization;
using System.Net.Http.Json;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Trust;

/// <summary>Mass assignment: a form with every column of the database added to it does what the form says and nothing more.</summary>
public sealed class Every_column_as_a_field(TestCluster cluster)
{
    private const string Smuggled = "gesmokkeld";
    private const string Columns = """
        select distinct a.attname || ' ' || format_type(a.atttypid, null) from pg_class c join pg_namespace s on s.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and not c.relispartition and s.nspname in ('public', 'vault', 'journal') and a.attnum > 0 and not a.attisdropped order by 1
        """;

    // What every form has: the act that counts once and the version that it changes. Their tests are with the forms.
    private static readonly string[] Protocol = ["act", "version"];

    private static readonly string[] Marks = [Smuggled, "dead0000-", "1901-02-03", "77770", "{7777}"];

    public static TheoryData<string> Forms => [.. SentForms.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Changes_nothing_beyond_what_the_form_says(string route)
    {
        var plain = await Sent(route, smuggle: false);
        var smuggled = await Sent(route, smuggle: true);

        Assert.DoesNotContain(smuggled, r => Marks.Any(m => r.Contains(m, StringComparison.Ordinal)));
        Assert.Equal(plain, smuggled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Changes_nothing_as_json(bool decides)
    {
        var plain = await SentAsJson(decides, smuggle: false);
        var smuggled = await SentAsJson(decides, smuggle: true);

        Assert.DoesNotContain(smuggled, r => Marks.Any(m => r.Contains(m, StringComparison.Ordinal)));
        Assert.Equal(plain, smuggled);
    }

    private async Task<IReadOnlyList<string>> Sent(string route, bool smuggle)
    {
        await using var app = await App.Start(cluster);
        var form = SentForms.All[route];
        using var visitor = await app.Visit(form.Persona);
        var (path, sent) = await form.Open(app, visitor);
        var own = SentForms.On(visitor, path).Concat(sent).Select(f => f.Name).Concat(Protocol).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var before = await All(app);
        var answer = await visitor.Post(path, [.. sent, .. smuggle ? (await Extra(app)).Where(e => !own.Contains(e.Name)) : []]);
        if (smuggle && (int)answer.StatusCode == 422)
        {
            // A form that refuses what it does not know stores nothing of it; what it says is then sent as it is.
            Assert.Equal(before, await All(app));
            answer = await visitor.Post(path, sent);
        }

        Assert.True((int)answer.StatusCode is 200 or 302 or 303, $"{answer.StatusCode} {visitor.Page.QuerySelector("main")?.TextContent}");
        Assert.Equal(form.Shows, (int)answer.StatusCode == 200);
        return await All(app);
    }

    private async Task<IReadOnlyList<string>> SentAsJson(bool decides, bool smuggle)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var visitor = await app.Visit("intaker");
        var session = System.Text.Json.JsonDocument.Parse(await (await visitor.Get("/api/v1/session")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        var fields = decides
            ? new Dictionary<string, object> { ["act"] = "0190aaaa-0000-7000-8000-000000000001", ["pijler"] = 1, ["besluit"] = "toegelaten" }
            : new FormFields().With("kanaal", "aanmelder").All.Where(f => f.Value.Length > 0).GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Count() > 1 ? f.Select(x => x.Value).ToArray() : (object)f.First().Value, StringComparer.Ordinal);
        foreach (var (name, value) in smuggle ? await Extra(app) : [])
        {
            if (!Protocol.Concat(fields.Keys).Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                fields.Add(name, value);
            }
        }

        using var body = JsonContent.Create(fields);
        using var answer = await visitor.Send(decides ? $"/api/v1/dossiers/{id}/decisions" : "/api/v1/applications", body, (session.GetProperty("header").GetString()!, session.GetProperty("token").GetString()!));
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await All(app);
    }

    // Without who looked: a form that comes back is looked at once more.
    private static async Task<IReadOnlyList<string>> All(App app) =>
        [.. StoredRows.Alike([.. await StoredRows.Of(app.Database), .. await StoredRows.Bodies(app)]).Where(r => !r.Contains(",DossierRead,", StringComparison.Ordinal))];

    // Under its own name and as a program would write it; the value fits the column, so that it would be taken if anybody took it.
    private static async Task<IReadOnlyList<(string Name, string Value)>> Extra(App app)
    {
        await using var admin = NpgsqlDataSource.Create(app.Database.AdminConnection);
        var columns = (await StoredRows.Column(admin, Columns)).Select(c => c.Split(' ', 2)).ToList();
        Assert.True(columns.Count > 100, "the catalogue was read");
        return [.. columns.DistinctBy(c => c[0]).SelectMany(c => new[] { (c[0], Fits(c[1])), (Pascal(c[0]), Fits(c[1])) }).Distinct()];
    }

    private static string Fits(string type) => type switch
    {
        "uuid" or "uuid[]" => "dead0000-0000-7000-8000-00000000dead",
        "date" or "daterange" => "1901-02-03",
        "timestamp with time zone" => "1901-02-03T04:05:06Z",
        "boolean" => "true",
        "smallint[]" or "integer[]" => "7777",
        _ when type.Contains("int", StringComparison.Ordinal) || type == "xid8" => "77770",
        _ => Smuggled,
    };

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(p => char.ToUpper(p[0], CultureInfo.InvariantCulture) + p[1..]));
}
