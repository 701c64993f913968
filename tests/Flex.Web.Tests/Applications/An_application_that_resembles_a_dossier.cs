using System.Net;
using System.Text.RegularExpressions;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Ends;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

/// <summary>The applicant works for another organisation than the one whose family it is: nothing may say that the family takes part.</summary>
public sealed partial class An_application_that_resembles_a_dossier(TestCluster cluster)
{
    private const string Other = "verloskunde-elders";

    [Fact]
    public async Task Is_answered_word_for_word_as_any_other()
    {
        await using var alike = await App.Start(cluster);
        await using var alone = await App.Start(cluster);
        await Resembling.Stored(alike, Other);
        await Resembling.Stored(alone, Other, bsn: null, birth: new(1988, 1, 1), mother: "Heel Anders", postcode: "6221BX", due: new(2023, 12, 1));

        var (first, second) = (await Walk(alike), await Walk(alone));

        Assert.Equal("1|0", $"{await alike.Database.AsAdmin("select count(*) from resemblance")}|{await alone.Database.AsAdmin("select count(*) from resemblance")}");
        Assert.Equal(second, first);
        Assert.Contains(first, page => page.Contains("nog geen besluit", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(first, page => Tells().IsMatch(page));
    }

    // So that how long the answer takes tells nothing either.
    [Fact]
    public async Task Asks_the_same_of_the_database_as_any_other()
    {
        await using var alike = await App.Start(cluster);
        await using var alone = await App.Start(cluster);
        await Resembling.Stored(alike, Other);
        await Resembling.Stored(alone, Other, bsn: null, birth: new(1988, 1, 1), mother: "Heel Anders", postcode: "6221BX", due: new(2023, 12, 1));

        var asked = new List<IReadOnlyList<string>>();
        foreach (var app in (App[])[alike, alone])
        {
            using var visitor = await app.Visit("verloskundige");
            await visitor.Get("/aanmelden");
            using var statements = new Statements(app.Database);
            await visitor.Post("/aanmelden", Resembling.Form(FormFields.Bsn).All);
            asked.Add(statements.Asked);
        }

        Assert.Equal(asked[1], asked[0]);
        Assert.Contains(asked[0], s => s.StartsWith("insert into resemblance", StringComparison.Ordinal));
    }

    // A nurse reaches every family; what tells that this one takes part is not on the page she is led to.
    [Fact]
    public async Task Is_answered_word_for_word_as_any_other_to_a_nurse_who_applies()
    {
        await using var alike = await App.Start(cluster);
        await using var alone = await App.Start(cluster);
        var old = await Resembling.Stored(alike, Other);
        await Resembling.Stored(alone, Other, bsn: null, birth: new(1988, 1, 1), mother: "Heel Anders", postcode: "6221BX", due: new(2023, 12, 1));
        var (first, second) = (await Resembling.Apply(alike, FormFields.Bsn, "jgz"), await Resembling.Apply(alone, FormFields.Bsn, "jgz"));
        Assert.Equal("1|0", $"{await alike.Database.AsAdmin("select count(*) from resemblance")}|{await alone.Database.AsAdmin("select count(*) from resemblance")}");

        foreach (var path in (string[])["", "/historie"])
        {
            var (shown, other) = (await Nurse(alike, $"/dossiers/{first}{path}"), await Nurse(alone, $"/dossiers/{second}{path}"));
            Assert.Equal(other, shown);
            Assert.Contains(FormFields.Mother, shown, StringComparison.Ordinal);
            Assert.DoesNotMatch(Tells(), shown);
        }

        using var nurse = await alike.Visit("jgz");
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.Get($"/werk/lijkt-op/{first}")).StatusCode);
        Assert.DoesNotMatch(Tells(), await Nurse(alike, $"/dossiers/{old}"));
        await Resembling.Settle(alike, first, "zelfde", "Zij heeft al een dossier.");
        Assert.DoesNotMatch(Tells(), await Nurse(alike, $"/dossiers/{first}"));
        Assert.DoesNotMatch(Tells(), await Nurse(alike, $"/dossiers/{first}/historie"));
    }

    // The intaker has looked: of one family that it is the same, of the other that it does not take part.
    [Fact]
    public async Task Once_it_was_the_same_family_looks_to_its_applicant_like_one_that_withdrew()
    {
        await using var alike = await App.Start(cluster);
        await using var alone = await App.Start(cluster);
        await Resembling.Stored(alike, Other);
        await Resembling.Stored(alone, Other, bsn: null, birth: new(1988, 1, 1), mother: "Heel Anders", postcode: "6221BX", due: new(2023, 12, 1));
        var (first, second) = (await Resembling.Apply(alike, FormFields.Bsn), await Resembling.Apply(alone, FormFields.Bsn));

        await Resembling.Settle(alike, first, "zelfde", "Zij heeft al een dossier.");
        using var intaker = await alone.Visit("intaker");
        await intaker.Get($"/dossiers/{second}/einde");
        Assert.Equal($"/dossiers/{second}", (await Ending_a_dossier.End(intaker, second, "ingetrokken")).Headers.Location?.OriginalString);

        var pages = await After(alike, first);
        Assert.Equal(await After(alone, second), pages);
        Assert.Contains("ingetrokken of was niet nodig", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain(pages, page => Tells().IsMatch(page));
        const string Notices = "select concat_ws(' ', count(*), min(audience), min(state)) from outgoing_mail where dossier_id = $1";
        Assert.Equal("1 aanmelder wacht", await alike.Database.AsAdmin(Notices, first));
        Assert.Equal("1 aanmelder wacht", await alone.Database.AsAdmin(Notices, second));
    }

    [Theory]
    [InlineData("zelfde-bsn")]
    [InlineData("zelfde-geboortedatum-en-naam")]
    [InlineData("zelfde-postcode-en-uitgerekende-datum")]
    public async Task Opens_its_own_dossier_and_is_work_for_the_intaker_before_the_decision(string why)
    {
        await using var app = await App.Start(cluster);
        var old = await Resembling.Stored(app, Other,
            bsn: why == "zelfde-bsn" ? FormFields.Bsn : null,
            mother: why == "zelfde-geboortedatum-en-naam" ? "KANÁRIE VAN TEST" : "Heel Anders",
            postcode: why.StartsWith("zelfde-postcode", StringComparison.Ordinal) ? "6411AB" : "6221BX");

        var made = await Resembling.Apply(app, FormFields.Bsn);

        Assert.Equal(why, await app.Database.AsAdmin("select why from resemblance where dossier_id = $1 and resembles = $2 and settled_as is null and entry_id = (select entry_id from dossier where id = $1)", made, old));
        Assert.Equal("dubbel-beoordelen intaker", await app.Database.AsAdmin("select string_agg(kind || ' ' || role, ',') from work_item where dossier_id = $1 and done_on is null", made));
        Assert.Equal("0", await app.Database.AsAdmin("select concat_ws(' ', count(*)) from likely_duplicate"));
    }

    [Theory]
    [InlineData("6221BX", "6411AB", 1)]
    [InlineData("6411AB", "6221BX", 0)]
    public async Task Is_compared_with_where_the_family_lives_now_and_not_with_where_it_lived(string before, string now, long found)
    {
        await using var app = await App.Start(cluster);
        var old = await Resembling.Stored(app, Other, bsn: null, mother: "Heel Anders", birth: new(1988, 1, 1), postcode: before);
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into residence (dossier_id, during, municipality, postcode, entry_id) values ('{old}', '[2023-05-10,)', 'GM0917', '{now}', gen_random_uuid())");

        var made = await Resembling.Apply(app, FormFields.Bsn);

        Assert.Equal(found, await app.Database.AsAdmin("select count(*) from resemblance where resembles = $1 and why = 'zelfde-postcode-en-uitgerekende-datum'", old));
        if (found == 1)
        {
            using var intaker = await app.Visit("intaker");
            await intaker.Get($"/werk/lijkt-op/{made}");
            Assert.Contains("6411AB", Flex.Web.Tests.Dossiers.Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
            Assert.DoesNotContain("6221BX", Flex.Web.Tests.Dossiers.Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_one_likeness_alone_or_in_another_programme_is_like_none()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, Other, bsn: null, mother: "Heel Anders", postcode: "6221BX");
        await Resembling.Stored(app, Other, bsn: null, birth: new(1988, 1, 1), due: new(2023, 12, 1));
        await Resembling.Stored(app, Other, bsn: FormFields.Bsn, programme: "maastricht-concept");

        var made = await Resembling.Apply(app, FormFields.Bsn);

        Assert.Equal("0 2", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from resemblance), (select count(*) from work_item where dossier_id = $1 and kind = 'besluiten'))", made));
    }

    [Fact]
    public async Task Is_found_in_no_list_history_or_page_of_either_applicant_by_who_looks_for_it()
    {
        await using var app = await App.Start(cluster);
        var old = await Resembling.Stored(app, Other, FormFields.Bsn);
        var made = await Resembling.Apply(app, FormFields.Bsn);
        var id = (Guid)(await app.Database.AsAdmin("select id from resemblance"))!;
        using var applicant = await app.Visit("verloskundige");

        foreach (var path in (string[])[$"/dossiers/{old}", $"/werk/lijkt-op/{id}", $"/werk/lijkt-op/{made}", $"/werk/lijkt-op/{old}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await applicant.Get(path)).StatusCode);
        }

        await using var work = await app.Db.Begin(new Actor("demo:verloskundige", "", "verloskundige", "demo-verloskunde"), "test");
        work.Add("select (select count(*) from resemblance) + (select count(*) from work_item)");
        await using var reader = await work.Read();
        await reader.NextResultAsync();
        Assert.True(await reader.ReadAsync());
        Assert.Equal(0, reader.GetInt64(0));
    }

    // A total that did not move would tell the applicant what the answer does not.
    [Fact]
    public async Task Counts_in_the_figures_until_somebody_says_that_it_is_the_same_family()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, Other, FormFields.Bsn);
        var made = await Resembling.Apply(app, FormFields.Bsn);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from stats.dossier"));

        await Resembling.Settle(app, made, "zelfde");

        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from stats.dossier where dossier_id <> $1", made));
    }

    [Fact]
    public async Task Sent_twice_at_the_same_moment_opens_one_dossier_and_one_doubt()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, Other, FormFields.Bsn);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.Post("/aanmelden", Resembling.Form(FormFields.Bsn).All)));

        Assert.Single(answers.Select(a => $"{a.StatusCode} {a.Headers.Location}").Distinct());
        Assert.Equal("2 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from resemblance))"));
    }

    // Everything an applicant sees after sending: the answer, its headers and each page, without what differs between any two dossiers.
    private static async Task<List<string>> Walk(App app)
    {
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var answer = await visitor.Post("/aanmelden", Resembling.Form(FormFields.Bsn).All);
        var seen = new List<string> { Masked($"{(int)answer.StatusCode} {string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"))}") };
        foreach (var path in (string[])[answer.Headers.Location!.OriginalString, answer.Headers.Location!.OriginalString + "/historie", "/dossiers", "/werk", "/cijfers", "/factsheet/zuid-limburg-2021"])
        {
            var page = await visitor.Get(path);
            seen.Add(Masked($"{(int)page.StatusCode} {visitor.Page.Body!.InnerHtml}"));
        }

        return seen;
    }

    private static async Task<string> Nurse(App app, string path)
    {
        using var nurse = await app.Visit("jgz");
        await nurse.Get(path);
        nurse.Page.QuerySelectorAll("main li, main article").Where(l => l.TextContent.Contains("bekeken", StringComparison.Ordinal)).ToList().ForEach(l => l.Remove());
        return Masked(nurse.Page.QuerySelector("main")!.InnerHtml);
    }

    // How often the intaker looked is not what tells.
    private static async Task<List<string>> After(App app, Guid dossier)
    {
        using var visitor = await app.Visit("verloskundige");
        var seen = new List<string>();
        foreach (var path in (string[])[$"/dossiers/{dossier}", $"/dossiers/{dossier}/historie", "/dossiers", "/werk"])
        {
            await visitor.Get(path);
            visitor.Page.QuerySelectorAll("main li, main article").Where(l => l.TextContent.Contains("bekeken", StringComparison.Ordinal)).ToList().ForEach(l => l.Remove());
            seen.Add(Masked(visitor.Page.QuerySelector("main")!.InnerHtml));
        }

        return seen;
    }

    private static string Masked(string text) => Moment().Replace(Token().Replace(Id().Replace(text, "ID"), "TOKEN"), "MOMENT");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("CfDJ8[\\w-]+")]
    private static partial Regex Token();

    [GeneratedRegex("\\d{2}-\\d{2}-\\d{4} (om )?\\d{2}:\\d{2}|\\d{2}:\\d{2}")]
    private static partial Regex Moment();

    [GeneratedRegex("dubbel|lijkt op|hetzelfde gezin|ander dossier", RegexOptions.IgnoreCase)]
    private static partial Regex Tells();
}
