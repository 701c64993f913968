using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Messages;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

public sealed class Who_applies_for_one_more_pillar(TestCluster cluster)
{
    private const string First = "vroedvrouw@praktijk.example";
    private const string Second = "wijkteam@gemeente.example";

    [Fact]
    public async Task Hears_of_that_pillar_and_who_applied_for_the_family_of_the_first()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await Known(app);
        await Apply(app, "jgz", id, ("aanmelder_mail", Second), ("aanmelder_naam", "Wies Wijk"), ("aanmelder", "maatschappelijk-werk"));
        Assert.Equal($"Wies Wijk|{Second}|f|aanmelder", await app.Database.AsAdmin("select concat_ws('|', applicant_name, applicant_mail, no_notice, channel) from pillar_application"));

        using var intaker = await app.Visit("intaker");
        await Decide(intaker, id, 2);
        await Post.Round(app, server.Settings);
        Assert.Contains($"To: {Second}\n", Assert.Single(server.Taken), StringComparison.Ordinal);

        await Decide(intaker, id, 1);
        await Post.Round(app, server.Settings);
        Assert.Equal(2, server.Taken.Count);
        Assert.Single(server.Taken, m => m.Contains($"To: {First}\n", StringComparison.Ordinal));

        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Wies Wijk, (medisch) maatschappelijk werk, krijgt bericht per mail", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await app.Database.AsAdmin("set session_replication_role = replica; update held_place set until = '2023-05-14' where pillar = 2");
        Assert.Equal(1, await Data.LapsedPlaces.Lapse(app.Db, app.Library));
        await Post.Round(app, server.Settings);
        Assert.Equal(2, server.Taken.Count(m => m.Contains($"To: {Second}\n", StringComparison.Ordinal)));

        await Ends.Ending_a_dossier.End(intaker, id, "ingetrokken");
        await Post.Round(app, server.Settings);
        Assert.Equal((2, 3), (server.Taken.Count(m => m.Contains($"To: {First}\n", StringComparison.Ordinal)), server.Taken.Count(m => m.Contains($"To: {Second}\n", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Hears_when_an_override_of_that_pillar_is_approved()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await Known(app, "Maastricht");
        await Apply(app, "jgz", id, ("aanmelder_mail", Second));
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/2");
        await Decisions.Taking_a_decision.Deviate(intaker, id, 2, "toegelaten", "Een goede reden");
        await app.Database.AsAdmin("set session_replication_role = replica; delete from outgoing_mail");

        await Decisions.Judging_an_override.Approve(app, id);
        await Post.Round(app, server.Settings);

        Assert.Contains($"To: {Second}\n", Assert.Single(server.Taken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task May_say_that_no_notice_is_wanted_and_then_nobody_hears()
    {
        await using var app = await App.Start(cluster);
        var id = await Known(app);
        await Apply(app, "jgz", id, ("geen_bericht", "ja"));

        Assert.Equal("t|Demo jgz-verpleegkundige", await app.Database.AsAdmin("select concat_ws('|', no_notice, applicant_name) from pillar_application where applicant_mail is null"));
        using var intaker = await app.Visit("intaker");
        await Decide(intaker, id, 2);

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from outgoing_mail"));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("wil geen bericht", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_it_once_and_finds_it_folded_the_next_time_with_four_questions()
    {
        await using var app = await App.Start(cluster);
        await Apply(app, "jgz", await Known(app), ("aanmelder_mail", Second), ("aanmelder_naam", "Wies Wijk"));
        var next = await Known(app);
        using var nurse = await app.Visit("jgz");

        await nurse.Get($"/dossiers/{next}/pijler/2");

        Assert.Equal(["vraag", "doel", "overbruggen_naar", "akkoord"], Applying_for_one_more_pillar.Asked(nurse));
        Assert.Contains($"Aanmelder: Wies Wijk, jeugdgezondheidszorg, bericht naar {Second}.", nurse.Page.QuerySelector("details summary")!.TextContent, StringComparison.Ordinal);
        await nurse.Get("/aanmelden");
        Assert.Equal((Second, "Wies Wijk"), (nurse.Page.QuerySelector("#aanmelder_mail")!.GetAttribute("value"), nurse.Page.QuerySelector("#aanmelder_naam")!.GetAttribute("value")));
        using var other = await app.Visit("verloskundige");
        await other.Get($"/dossiers/{next}/pijler/2");
        Assert.DoesNotContain("Wies", other.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("telefoon")]
    [InlineData("aanmelder")]
    public async Task To_the_intaker_is_the_one_known_of_the_family_with_a_choice_of_channel_in_five_questions(string channel)
    {
        await using var app = await App.Start(cluster);
        var id = await Known(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/pijler/2");
        Assert.Equal(["vraag", "doel", "overbruggen_naar", "akkoord", "kanaal"], Applying_for_one_more_pillar.Asked(intaker));
        Assert.Contains($"Vera Vroed, verloskundige of gynaecoloog, bericht naar {First}", intaker.Page.QuerySelector("details summary")!.TextContent, StringComparison.Ordinal);

        await Send(intaker, id, ("kanaal", channel), ("aanmelder", "verloskundige"), ("aanmelder_naam", "Vera Vroed"), ("aanmelder_mail", First));

        Assert.Equal($"{channel}|Vera Vroed|{First}", await app.Database.AsAdmin("select concat_ws('|', channel, applicant_name, applicant_mail) from pillar_application"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PillarApplied' and dossier_id = $1 and body is not null", id));
    }

    [Fact]
    public async Task To_the_intaker_of_a_family_of_which_nobody_is_known_takes_five_questions_too()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().For(1).Save();
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/pijler/2");

        Assert.Equal(["vraag", "doel", "akkoord", "aanmelder_mail", "kanaal"], Applying_for_one_more_pillar.Asked(intaker));
        Assert.NotNull(intaker.Page.QuerySelector("details #overbruggen_naar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(intaker, id, ("kanaal", "telefoon"), ("aanmelder", "jgz"), ("geen_bericht", "ja"))).StatusCode);
        Assert.Equal("Fout: Vul in wie er belt.", intaker.Page.QuerySelector("details[open] #aanmelder_naam-fout")!.TextContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task To_the_intaker_has_no_channel_that_nobody_chose(bool known)
    {
        await using var app = await App.Start(cluster);
        var id = known ? await Known(app) : await new Builder(app).Dossier().For(1).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/pijler/2");
        Assert.Empty(intaker.Page.QuerySelectorAll("input[name=kanaal]:checked"));
        Assert.Equal(2, intaker.Page.QuerySelectorAll("input[name=kanaal]").Count(k => k.Closest("details") is null));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(intaker, id, ("aanmelder", "jgz"), ("geen_bericht", "ja"))).StatusCode);

        Assert.Equal(["#kanaal"], intaker.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from pillar_application"));
    }

    [Theory]
    [InlineData("telefoon")]
    [InlineData("aanmelder")]
    public async Task To_the_intaker_is_never_who_applied_for_another_family(string channel)
    {
        await using var app = await App.Start(cluster);
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/aanmelden");
        Assert.Equal(HttpStatusCode.SeeOther, (await intaker.Post("/aanmelden", new FormFields().With("kanaal", channel).With("aanmelder_naam", "Wies Wijk").With("aanmelder_mail", Second).All)).StatusCode);
        await Apply(app, "intaker", await Known(app), ("kanaal", channel), ("aanmelder", "maatschappelijk-werk"), ("aanmelder_naam", "Wies Wijk"), ("aanmelder_mail", Second));
        var next = await new Builder(app).Dossier().For(1).Save();

        foreach (var page in (string[])[$"/dossiers/{next}/pijler/2", "/aanmelden"])
        {
            await intaker.Get(page);
            Assert.DoesNotContain("Wies", intaker.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain(Second, intaker.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        // Nor is it kept for another time.
        var (_, kept) = await Data.Drafts.OwnDrafts.All(app.Db, new("demo:intaker", "Demo intaker", "intaker", "geboortezorg-limburg"), TestContext.Current.CancellationToken);
        Assert.Equal(["aanbieder", "aanmelder"], kept!.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Is_not_the_intaker_when_another_called()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().For(1).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/pijler/2");
        Assert.Contains("Aanmelder: Demo intaker, overig.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        var answer = await Send(intaker, id, ("kanaal", "telefoon"), ("aanmelder", "overig"), ("aanmelder_naam", "Demo intaker"), ("geen_bericht", "ja"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Fout: Vul in wie er belt."), (answer.StatusCode, intaker.Page.QuerySelector("details[open] #aanmelder_naam-fout")?.TextContent));
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(intaker, id, ("kanaal", "aanmelder"), ("aanmelder", "overig"), ("aanmelder_naam", "Demo intaker"), ("geen_bericht", "ja"))).StatusCode);
    }

    [Fact]
    public async Task Goes_along_when_it_was_the_same_family_after_all()
    {
        await using var app = await App.Start(cluster);
        using var intaker = await app.Visit("intaker");
        var old = await new Builder(app).Dossier().InCare().For(1).Save();
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get("/aanmelden");
        await midwife.Post("/aanmelden", new FormFields().With("naam_moeder", "Anna de Proef").With("geboortedatum_moeder", "02-03-1995").With("pijlers", "2").With("aanmelder_mail", First).All);
        await intaker.Get($"/werk/lijkt-op/{await app.Database.AsAdmin("select id from resemblance")}");
        await intaker.Post(Resembling.Action(intaker), ("act", Resembling.Act(intaker)), ("oordeel", "zelfde"), ("reden", "Zelfde moeder."));

        Assert.Equal($"Demo verloskundige|{First}|f", await app.Database.AsAdmin("select concat_ws('|', applicant_name, applicant_mail, no_notice) from pillar_application where dossier_id = $1", old));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from outgoing_mail where audience = 'aanmelder'"));
    }

    [Fact]
    public async Task Is_asked_in_few_statements()
    {
        await using var app = await App.Start(cluster);
        var id = await Known(app);
        using var nurse = await app.Visit("jgz");
        using var statements = new Statements(app.Database);

        await nurse.Get($"/dossiers/{id}/pijler/2");

        // A dossier, and what this person said of herself the last time.
        Assert.InRange(statements.Asked.Count, 1, 13);
    }

    private static async Task<Guid> Known(App app, string municipality = "Heerlen")
    {
        var id = await new Builder(app).Dossier().InCare().In(municipality).For(1).Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set applicant_name = 'Vera Vroed', applicant_mail = '{First}', channel = 'aanmelder' where dossier_id = '{id}'");
        return id;
    }

    private static async Task Apply(App app, string persona, Guid id, params (string, string)[] more)
    {
        using var visitor = await app.Visit(persona);
        await visitor.Get($"/dossiers/{id}/pijler/2");
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(visitor, id, more.Any(m => m.Item1 == "aanmelder") ? more : [.. more, ("aanmelder", "jgz")])).StatusCode);
    }

    private static Task<HttpResponseMessage> Send(Visitor visitor, Guid id, params (string, string)[] more) =>
        visitor.Post($"/dossiers/{id}/pijler/2", [("act", Guid.NewGuid().ToString()), ("vraag", "Rust in huis"), ("doel", "zelfredzaamheid"), ("akkoord", "moeder"), .. more]);

    private static async Task Decide(Visitor intaker, Guid id, int pillar)
    {
        await intaker.Get($"/dossiers/{id}/besluit/{pillar}");
        await Decisions.Taking_a_decision.Decide(intaker, id, pillar, "toegelaten");
    }
}
