using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Copies;

public sealed class Reviewing_a_copy(TestCluster cluster)
{
    private const string Note = "Haar zus heeft schulden";

    [Fact]
    public async Task Shows_what_would_be_given_and_gives_it_only_when_released()
    {
        await using var app = await App.Start(cluster);
        var (id, path) = await Asked(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get(path);
        Assert.Contains(Note, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await intaker.Get(path + "/papier")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await intaker.Get(path + "/bestand")).StatusCode);
        await intaker.Get(path);
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Copying.Send(intaker, path, act)));

        Assert.All(answers, a => Assert.Equal(path, a.Headers.Location?.OriginalString));
        Assert.Equal("vrijgegeven in-persoon Demo intaker", await app.Database.AsAdmin("select concat_ws(' ', state, handed, decided_by) from copy_part where part = 'moeder'"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join copy_part p on p.entry_id = e.id where e.act = 'CopyReleased' and e.body is not null and e.dossier_id = $1", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from outgoing_mail"));
        await intaker.Get(path + "/papier");
        Assert.Contains(Note, intaker.Page.QuerySelector("article.flex-letter")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("flex-afschrift/1", (string?)(await Copying.File(intaker, path))["vorm"]);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'CopyRead' and dossier_id = $1 and body is not null", id));
        var named = (await intaker.Ask(HttpMethod.Get, path + "/bestand")).Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", named.DispositionType);
        Assert.Matches("^afschrift-[0-9A-Za-z-]+-moeder[.]json$", named.FileName);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft het afschrift vrijgegeven: de moeder, voor de moeder zelf.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("In handen gegeven, bij een afspraak.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get("/beheer/verzoeken");
        Assert.Contains("Afschrift nakijken", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal); // the child's part waits
    }

    [Fact]
    public async Task Leaves_a_line_out_on_a_ground_and_puts_it_back()
    {
        await using var app = await App.Start(cluster);
        var (_, path) = await Asked(app);
        using var intaker = await app.Visit("intaker");
        var act = Guid.NewGuid();
        await Task.WhenAll(Copying.Omit(intaker, path, "application:aanvraag", act: act), Copying.Omit(intaker, path, "application:aanvraag", act: act));
        await Copying.Omit(intaker, path, "dossier:" + path.Split('/')[2], "meldcode", "Verraadt een stap");
        await Copying.Omit(intaker, path, "mother:moeder", because: "Per ongeluk");
        await Copying.Omit(intaker, path, "mother:moeder", "terug", "Toch mee");

        Assert.Equal("4 3", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from copy_omission), (select count(*) from copy_omission where ground is not null))"));
        Assert.Equal(4L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'CopyLinesLeftOut' and body is not null"));
        await intaker.Get(path);
        Assert.Contains(Note, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(2, intaker.Page.QuerySelectorAll("main label").Count(l => l.TextContent.Contains("Gaat niet mee", StringComparison.Ordinal)));
        await Copying.Release(intaker, path);
        var file = (await Copying.File(intaker, path)).ToJsonString();
        Assert.DoesNotContain(Note, file, StringComparison.Ordinal);
        Assert.DoesNotContain("zus", file, StringComparison.Ordinal); // nor the reason, nor the act of leaving out
        Assert.Contains("\"naam\":\"naam\"", file, StringComparison.Ordinal);
        await intaker.Get(path + "/papier");
        var paper = intaker.Page.QuerySelector("article.flex-letter")!.TextContent;
        Assert.DoesNotContain(Note, paper, StringComparison.Ordinal);
        Assert.Contains("Niet meegegeven: 1 regel: het gaat over iemand anders", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("meldcode", paper, StringComparison.Ordinal);
    }

    // What is spoken of with her alone may be read by somebody else once it is on paper.
    [Fact]
    public async Task Marks_the_lines_to_think_about_before_they_are_given()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Factor("U1", Flex.Domain.Vulnerability.FactorState.Present).Saying(Note).Save();
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id);

        await intaker.Get(await Copying.Part(app, id, "moeder"));

        var marked = intaker.Page.QuerySelectorAll("main label").Where(l => l.TextContent.Contains("kan dit veilig mee?", StringComparison.Ordinal)).Select(l => l.QuerySelector("input")!.GetAttribute("value")!.Split(':', '-')).ToList();
        Assert.Equal(["application", "assessment_factor"], marked.Select(m => m[0]));
        Assert.Equal("U1", marked[1][^1]);
    }

    [Theory]
    [InlineData("regels", "", "Kruis aan om welke regels het gaat.")]
    [InlineData("regels", "mother:iets", "Een van deze regels is er niet meer.")]
    [InlineData("weglaat_grond", "", "Dit is nog niet ingevuld")]
    [InlineData("weglaat_grond", "zomaar", "Dit antwoord kennen we niet")]
    [InlineData("toelichting", "", "Leg uit waarom.")]
    public async Task Without_line_ground_or_reason_leaves_nothing_out(string field, string value, string message)
    {
        await using var app = await App.Start(cluster);
        var (_, path) = await Asked(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get(path);
        var good = new Dictionary<string, string>(StringComparer.Ordinal) { ["regels"] = "mother:moeder", ["weglaat_grond"] = "ander", ["toelichting"] = "Om haar zus", [field] = value };

        var answer = await intaker.Post(path + "/weglaten", good.Select(g => (g.Key, g.Value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from copy_omission"));
        Assert.Equal(field == "regels" ? 0 : 1, intaker.Page.QuerySelectorAll("input[name=regels][checked]").Length);
    }

    [Theory]
    [InlineData("besluit", "", "besluit", "Dit is nog niet ingevuld")]
    [InlineData("meegegeven", "", "meegegeven", "Dit is nog niet ingevuld")]
    [InlineData("meegegeven", "brief", "meegegeven", "Dit antwoord kennen we niet")]
    [InlineData("weigergrond", "belang-kind", "weigergrond", "kies dan geen grond")]
    [InlineData("besluit", "weigeren", "weigergrond", "Dit is nog niet ingevuld")]
    public async Task Is_decided_with_a_way_that_is_safe_or_a_ground(string field, string value, string wrong, string message)
    {
        await using var app = await App.Start(cluster);
        var (_, path) = await Asked(app);
        using var intaker = await app.Visit("intaker");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Copying.Release(intaker, path, null, (field, value))).StatusCode);

        Assert.Contains(message, intaker.Page.QuerySelector($"#{wrong}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("wacht", await app.Database.AsAdmin("select state from copy_part where part = 'moeder'"));
    }

    [Fact]
    public async Task Says_how_to_hand_over_where_nothing_written_may_leave_and_offers_nothing_else()
    {
        await using var app = await App.Start(cluster);
        var (id, path) = await Asked(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get(path);
        Assert.Contains("Geef dit alleen in handen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(["in-persoon"], intaker.Page.QuerySelectorAll("input[name=meegegeven]").Select(o => o.GetAttribute("value")));

        await intaker.Get($"/dossiers/{id}/bereiken");
        await intaker.Post($"/dossiers/{id}/bereiken", ("contact", "brief"), ("contact", "mail"), ("contact_leest_mee", "partner"), ("act", Guid.NewGuid().ToString()));
        await intaker.Get(path);

        Assert.Equal(["in-persoon", "brief", "bestand"], intaker.Page.QuerySelectorAll("input[name=meegegeven]").Select(o => o.GetAttribute("value")));
        Assert.Contains("Iemand leest of luistert misschien mee", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Releases_exactly_what_was_looked_at()
    {
        await using var app = await App.Start(cluster);
        var (id, path) = await Asked(app);
        using var intaker = await app.Visit("intaker");
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get(path);
        await coordinator.Get($"/dossiers/{id}/verklaring");
        await coordinator.Post($"/dossiers/{id}/verklaring", [.. Corrections.What_the_family_says_itself.Refusal, ("act", Guid.NewGuid().ToString())]);

        var answer = await Copying.Send(intaker, path);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Er is iets veranderd sinds u dit deel nakeek.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Copying.Send(intaker, path)).StatusCode);
        await intaker.Get($"/dossiers/{id}/uitgerekend");
        await intaker.Post($"/dossiers/{id}/uitgerekend", ("uitgerekend", "04-07-2023"), ("bron", "echo"), ("version", "20-06-2023"), ("act", Guid.NewGuid().ToString()));
        Assert.DoesNotContain("04-07-2023", (await Copying.File(intaker, path)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_two_at_once_counts_the_first_and_tells_the_second()
    {
        await using var app = await App.Start(cluster);
        var (_, path) = await Asked(app);
        using var intaker = await app.Visit("intaker");
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get(path);
        await coordinator.Get(path);

        var answers = await Task.WhenAll(Copying.Send(intaker, path), Copying.Send(coordinator, path, null, ("besluit", "weigeren"), ("weigergrond", "rechten-ander"), ("uitleg", "Om een ander")));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        var told = answers[0].StatusCode == HttpStatusCode.Conflict ? intaker : coordinator;
        Assert.Contains("Over dit deel is intussen besloten.", Looking_at_a_dossier.Text(told), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act in ('CopyReleased', 'CopyRefused')"));
    }

    [Fact]
    public async Task Can_end_in_a_refusal_with_a_ground_and_gives_nothing()
    {
        await using var app = await App.Start(cluster);
        var (id, path) = await Asked(app);
        using var coordinator = await app.Visit("coordinator");

        Assert.Equal(HttpStatusCode.SeeOther, (await Copying.Release(coordinator, path, null, ("besluit", "weigeren"), ("weigergrond", "niet-bevoegd"), ("uitleg", "Geen bewijs van gezag"))).StatusCode);

        Assert.Equal("geweigerd niet-bevoegd t", await app.Database.AsAdmin("select concat_ws(' ', state, ground, content is null) from copy_part where part = 'moeder'"));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get(path + "/papier")).StatusCode);
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft een deel van het afschrift niet gegeven: de moeder, aan de moeder zelf", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    // Who decides about a place reads no answers; who fills them in with the family reviews them, and nothing else.
    [Fact]
    public async Task Of_the_answers_to_questionnaires_is_for_who_does_not_decide()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        await carer.Post($"/dossiers/{id}/vragenlijst/start", ("werk", "bijstand"), ("doe", "bewaren"), ("act", Guid.NewGuid().ToString()), ("version", ""));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from answer where answer = 'bijstand'"));
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id);
        var (mother, answers) = (await Copying.Part(app, id, "moeder"), await Copying.Part(app, id, "vragenlijsten"));
        await intaker.Get($"/dossiers/{id}/afschrift");
        Assert.Contains("Een kraamverzorgende van dit gezin kijkt dit na", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await intaker.Get(mother)).StatusCode, (await intaker.Get(answers)).StatusCode));
        Assert.DoesNotContain("ijstand", (await Released(intaker, mother)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await carer.Get(mother)).StatusCode, (await carer.Get(answers)).StatusCode));
        Assert.Contains("ijstand", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains("\"waarde\":\"bijstand\"", (await Released(carer, answers)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await intaker.Get(answers + "/papier")).StatusCode);
    }

    [Fact]
    public async Task Takes_at_most_twelve_statements()
    {
        await using var app = await App.Start(cluster);
        var (_, path) = await Asked(app);
        using var intaker = await app.Visit("intaker");
        using var page = new Statements(app.Database);

        await intaker.Get(path);

        Assert.True(page.Asked.Count is >= 8 and <= 12, string.Join("\n", page.Asked));
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Released(Visitor visitor, string path)
    {
        await Copying.Release(visitor, path);
        return await Copying.File(visitor, path);
    }

    private static async Task<(Guid Id, string Path)> Asked(App app)
    {
        var id = await new Builder(app).Dossier().Saying(Note).Save();
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id);
        return (id, await Copying.Part(app, id, "moeder"));
    }
}
