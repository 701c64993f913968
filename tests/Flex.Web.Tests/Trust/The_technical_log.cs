using System.Text.Json;
using Flex.Web.Guard;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Flex.Web.Tests.Trust;

public sealed class The_technical_log(TestCluster cluster)
{
    // The database repeats what was typed in its message, as a database does.
    private const string Fault = """
        create function fail() returns trigger language plpgsql as $$ begin raise exception 'kapot: % %', new.name, new.birth_date using detail = new.name; end $$;
        create trigger fail before insert on mother for each row execute function fail()
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Holds_a_mistake_under_the_number_on_its_page_and_nothing_that_was_typed(bool json)
    {
        var log = new StringWriter();
        await using var app = await App.Start(cluster, with: o => o with { Log = log });
        await app.Database.AsAdmin(Fault);
        using var visitor = await app.Visit("verloskundige");
        var number = json ? await SentAsJson(visitor) : await SentOnAPage(visitor);

        var line = Assert.Single(log.ToString().Split('\n'), l => l.Contains(number, StringComparison.Ordinal));
        var told = JsonDocument.Parse(line).RootElement;
        Assert.Equal("Error", told.GetProperty("level").GetString());
        Assert.Equal(json ? "POST /api/v1/applications" : "POST /aanmelden", told.GetProperty("values").GetProperty("Route").GetString());
        Assert.Equal("P0001", told.GetProperty("failures").EnumerateArray().Select(f => f.TryGetProperty("state", out var s) ? s.GetString() : null).First(s => s is not null));
        Assert.Contains("Work.Save", line, StringComparison.Ordinal);
        Assert.EndsWith("+00:00", told.GetProperty("time").GetString(), StringComparison.Ordinal);
        Assert.All((string[])[FormFields.Mother, "Kanarie", "1995", "6411", "Belt liever"], typed => Assert.DoesNotContain(typed, log.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Keeps_of_a_text_what_the_source_says_and_of_its_values_no_words()
    {
        var written = new StringWriter();
        using var log = new TechnicalLog(written, TimeProvider.System);
        var id = Guid.Parse("0190aaaa-0000-7000-8000-000000000001");
#pragma warning disable CA1848 // as a careless line would be written
        log.CreateLogger("Proef").LogError(new InvalidOperationException("over " + FormFields.Mother, new FormatException(FormFields.Mother)), "Dossier {Id} of {Name} took {Hours}: {Route}", id, FormFields.Mother, 12, "/a\r\nb");
#pragma warning restore CA1848

        var lines = written.ToString().TrimEnd().Split('\n');
        Assert.Single(lines);
        Assert.DoesNotContain("Kanarie", written.ToString(), StringComparison.Ordinal);
        var told = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal("Dossier {Id} of {Name} took {Hours}: {Route}", told.GetProperty("text").GetString());
        Assert.Equal($$"""{"Id":"{{id}}","Hours":"12","Route":"/a\r\nb"}""", told.GetProperty("values").GetRawText());
        Assert.Equal(["System.InvalidOperationException", "System.FormatException"], told.GetProperty("failures").EnumerateArray().Select(f => f.GetProperty("kind").GetString()));
    }

    private static async Task<string> SentOnAPage(Visitor visitor)
    {
        await visitor.Get("/aanmelden");
        var answer = await visitor.Post("/aanmelden", new FormFields().All);
        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Contains("Er ging iets mis", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("P0001", visitor.Page.Source.Text, StringComparison.Ordinal);
        return visitor.Page.QuerySelector("main strong")!.TextContent;
    }

    private static async Task<string> SentAsJson(Visitor visitor)
    {
        var session = JsonDocument.Parse(await (await visitor.Get("/api/v1/session")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        var fields = new FormFields().All.Where(f => f.Value.Length > 0 && f.Name != "pijlers").ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        fields["pijlers"] = "1";
        using var body = System.Net.Http.Json.JsonContent.Create(fields);
        using var answer = await visitor.Send("/api/v1/applications", body, (session.GetProperty("header").GetString()!, session.GetProperty("token").GetString()!));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(500, (int)answer.StatusCode);
        Assert.DoesNotContain("kapot", text, StringComparison.Ordinal);
        return JsonDocument.Parse(text).RootElement.GetProperty("number").GetString()!;
    }
}
