using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Applications;

public sealed class Applying_for_one_more_pillar(TestCluster cluster)
{
    private static readonly (string Name, string Value)[] Answers =
    [
        ("act", "0190aaaa-0000-7000-8000-00000000000b"), ("vraag", "Rust in huis"), ("doel", "beide"), ("overbruggen_naar", "jeugdhulp"), ("akkoord", "moeder"), ("aanmelder", "jgz"), ("geen_bericht", "ja"),
    ];

    [Fact]
    public async Task Takes_at_most_five_questions_and_is_decided_apart_within_48_hours()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().For(1).Save();
        using var visitor = await app.Visit("jgz");
        await visitor.Get($"/dossiers/{id}");
        var path = Assert.Single(visitor.Page.QuerySelectorAll("main a[href*='/pijler/']")).GetAttribute("href")!;
        Assert.Equal($"/dossiers/{id}/pijler/2", path);
        await visitor.Get(path);
        Assert.Equal(["vraag", "doel", "overbruggen_naar", "akkoord", "aanmelder_mail"], Asked(visitor));

        var answer = await visitor.Post(path, Answers);

        Assert.Equal((HttpStatusCode.SeeOther, $"/dossiers/{id}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal("{1,2}|2|2023-05-15|jgz|aanmelder|Rust in huis|beide|jeugdhulp|moeder", await app.Database.AsAdmin("""
            select concat_ws('|', a.pillars, p.pillar, p.applied_on, p.applicant, p.channel, p.question, p.goal, p.bridge_to, p.agreed_by) from pillar_application p join application a using (dossier_id)
            """));
        Assert.Equal("2023-05-17", await app.Database.AsAdmin("select until::text from work_item where kind = 'besluiten' and part = 2 and done_on is null"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PillarApplied' and dossier_id = $1 and role = 'jgz'", id));
        using var intaker = await app.Visit("intaker");
        Assert.Equal(HttpStatusCode.OK, (await intaker.Get($"/dossiers/{id}/besluit/2")).StatusCode);
    }

    [Fact]
    public async Task Twice_says_so_and_a_double_click_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().For(1).Save();
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get($"/dossiers/{id}/pijler/2");

        var both = await Task.WhenAll(visitor.Post($"/dossiers/{id}/pijler/2", Answers), visitor.Post($"/dossiers/{id}/pijler/2", Answers));
        Assert.All(both, b => Assert.Equal(HttpStatusCode.SeeOther, b.StatusCode));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from pillar_application"));

        var other = await visitor.Post($"/dossiers/{id}/pijler/2", Answers.Select(a => a.Name == "act" ? ("act", "0190aaaa-0000-7000-8000-00000000000c") : a));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("Voor deze pijler is het gezin al aangemeld", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Contains(("vraag", "Rust in huis"), A_database_that_goes_away.Typed(visitor));
        await visitor.Get($"/dossiers/{id}/pijler/1");
        Assert.Contains("al aangemeld", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/dossiers/{id}/pijler/9")).StatusCode);
    }

    [Theory]
    [InlineData("2022-11-15", HttpStatusCode.SeeOther)]
    [InlineData("2022-11-14", HttpStatusCode.Conflict)]
    public async Task Is_possible_until_care_ends(string born, HttpStatusCode expected)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().For(1).Born(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture)).Save();
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get($"/dossiers/{id}/pijler/2");

        Assert.Equal(expected, (await visitor.Post($"/dossiers/{id}/pijler/2", Answers)).StatusCode);
        Assert.Equal(expected == HttpStatusCode.SeeOther ? 1L : 0L, await app.Database.AsAdmin("select count(*) from pillar_application"));
    }

    [Theory]
    [InlineData("vraag", "")]
    [InlineData("vraag", "haar BSN is 999911120")]
    [InlineData("doel", "")]
    [InlineData("doel", "winst")]
    [InlineData("overbruggen_naar", "")]
    [InlineData("akkoord", "")]
    [InlineData("aanmelder", "koning")]
    [InlineData("geen_bericht", "", "aanmelder_mail")]
    [InlineData("aanmelder_mail", "geen adres", "aanmelder_mail")]
    [InlineData("kanaal", "bestand", "kanaal")]
    public async Task Comes_back_with_a_sentence_at_the_field_and_stores_nothing(string field, string value, string? at = null)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().For(1).Save();
        using var visitor = await app.Visit("coordinator");
        await visitor.Get($"/dossiers/{id}/pijler/2");

        var answer = await visitor.Post($"/dossiers/{id}/pijler/2", [.. Answers.Where(a => a.Name != field && (field != "aanmelder_mail" || a.Name != "geen_bericht") && a.Name != "kanaal"), .. field == "kanaal" ? [] : new[] { ("kanaal", "aanmelder") }, (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["#" + (at ?? field)], visitor.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")));
        Assert.All(Answers.Where(a => a.Name != field && a.Name != "geen_bericht"), a => Assert.Contains(a, A_database_that_goes_away.Typed(visitor)));
        Assert.Equal("0 {1}", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from pillar_application), pillars) from application"));
    }

    // What has to be answered by who finds everything folded right: what lies in a folded part is filled in already, or belongs to one answer above it.
    internal static IEnumerable<string> Asked(Visitor visitor)
    {
        Assert.All(visitor.Page.QuerySelectorAll("main form details:not([open]) input[type=text]:not(#overbruggen_naar), main form details:not([open]) select"), f => Assert.NotEmpty(f.GetAttribute("value") ?? f.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""));
        return visitor.Page.QuerySelectorAll("main form [name]:not([type=hidden]):not(button)").Where(f => f.Closest("details:not([open])") is null)
            .Select(f => f.GetAttribute("name")!).Distinct().Where(n => n != "geen_bericht");
    }
}
