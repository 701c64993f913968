using System.Net;
using Flex.Web.Data.Access;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

public sealed class Applying_for_a_family(TestCluster cluster)
{
    [Fact]
    public async Task Opens_a_dossier_with_class_and_journal_entry_and_leads_to_it()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        Assert.Null(visitor.Page.QuerySelector("#ontvangen_op"));
        Assert.Equal("verloskundige", visitor.Page.QuerySelector("#aanmelder option[selected]")!.GetAttribute("value"));

        var answer = await visitor.Post("/aanmelden", new FormFields().With("bsn", FormFields.Bsn).All);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var dossier = await app.Database.AsAdmin("select id from dossier where programme = 'zuid-limburg-2021' and opened_on = '2023-05-12'");
        Assert.Equal($"/dossiers/{dossier}", answer.Headers.Location!.OriginalString);
        Assert.Equal($"{FormFields.Mother}|6411AB|GM0917|CZ|cz|{{1,2}}|kwetsbaar|Demo verloskundige", await app.Database.AsAdmin("""
            select concat_ws('|', m.name, m.postcode, r.municipality, i.insurer, i.concern, a.pillars, s.class, s.assessed_by)
            from mother m join residence r using (dossier_id) join insurance i using (dossier_id) join application a using (dossier_id) join assessment s using (dossier_id)
            """));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ApplicationReceived' and dossier_id = $1 and role = 'verloskundige' and purpose = 'aanmelden' and effective_day = '2023-05-12'", dossier!));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from vault.bsn where dossier_id = $1", dossier!));
        await StoredWork.Matches(app);
    }

    [Fact]
    public async Task Takes_the_rest_for_absent_only_when_that_was_said()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("jgz");
        await visitor.Get("/aanmelden");
        const string States = "select string_agg(factor || '=' || state, ' ' order by factor) from assessment_factor";

        await visitor.Post("/aanmelden", new FormFields().With("rest_afwezig").With("R2", "onbekend").All);
        Assert.Equal("R1=aanwezig R5=aanwezig R5.alleenstaand=aanwezig", await app.Database.AsAdmin(States));

        await visitor.Post("/aanmelden", new FormFields().With("R2", "onbekend").With("act", "0190aaaa-0000-7000-8000-000000000002")
            .With("naam_moeder", "Heel Anders").With("geboortedatum_moeder", "01-01-1990").With("postcode").All);
        Assert.Equal("R1=aanwezig R3=afwezig R4=afwezig R5=aanwezig R5.alleenstaand=aanwezig R6=afwezig R7=afwezig U1=afwezig U2=afwezig U3=afwezig U4=afwezig",
            await app.Database.AsAdmin(States + " where assessment_id = (select max(id::text)::uuid from assessment)"));
    }

    [Fact]
    public async Task With_the_vulnerability_left_empty_makes_no_assessment()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        var answer = await visitor.Post("/aanmelden", new FormFields().With("R1").With("subfactoren").With("beschermend").With("rest_afwezig").With("verzekeraar").With("gemeente").With("aanbieder")
            .With("eerste_zwangerschap").With("hulpverleners").With("postcode").With("opmerking").All);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("onbekend|onbekend|0|0|0", await app.Database.AsAdmin("""
            select concat_ws('|', first_pregnancy, helpers, (select count(*) from assessment), (select count(*) from insurance), (select count(*) from residence)) from application
            """));
    }

    [Fact]
    public async Task Sent_twice_at_the_same_moment_opens_one_dossier_and_leads_to_it_twice()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.Post("/aanmelden", new FormFields().All)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location!.OriginalString).Distinct());
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ApplicationReceived'"));
    }

    [Fact]
    public async Task After_the_period_is_said_plainly_and_not_forbidden()
    {
        await using var app = await App.Start(cluster, new DateOnly(2024, 2, 1));
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        Assert.Contains("De aanmeldperiode is voorbij", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("31-12-2023", visitor.Page.Body!.TextContent, StringComparison.Ordinal);

        var answer = await visitor.Post("/aanmelden", new FormFields().With("ontvangen_op", "01-02-2024").With("uitgerekend", "01-05-2024").All);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Is_for_those_who_may_apply()
    {
        await using var app = await App.Start(cluster);
        foreach (var role in Roles.All)
        {
            using var visitor = await app.Visit(role.Code);
            var seen = await visitor.Get("/aanmelden");
            Assert.Equal(Policies.May(role.Code, Policies.Apply) ? HttpStatusCode.OK : HttpStatusCode.Redirect, seen.StatusCode);
            if (seen.StatusCode == HttpStatusCode.Redirect)
            {
                await visitor.Get("/");
                var sent = await visitor.Post("/aanmelden", new FormFields().All);
                Assert.StartsWith("/geen-toegang", sent.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
            }
        }

        using var stranger = await app.Visit();
        var asked = await stranger.Get("/aanmelden");
        Assert.Contains("/inloggen?terug=%2Faanmelden", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier"));
    }
}
