using System.Net;
using Flex.Domain.Dossiers;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Ends;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Flex.Web.Tests.WorkLists;

namespace Flex.Web.Tests.Corrections;

public sealed class Correcting_the_mother(TestCluster cluster)
{
    [Theory]
    [InlineData("intaker")]
    [InlineData("kraamverzorgende")]
    [InlineData("verloskundige")]
    public async Task Is_stored_once_with_source_and_reason_and_the_history_keeps_what_stood_there(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Known("999911120", "045 123 45 67").Save();
        using var visitor = await app.Visit(persona);
        await visitor.Get($"/dossiers/{id}");
        await visitor.Get(Assert.Single(visitor.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/verbeteren']")).GetAttribute("href")!);
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Correct(visitor, id, act, ("naam_moeder", "Hanna van der Test"), ("geboortedatum_moeder", "03-02-1994"), ("telefoon", "06 11 22 33 44"), ("taal", "pl"), ("tolk", "ja"))));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal("Hanna van der Test 1994-02-03 06 11 22 33 44 pl t", await app.Database.AsAdmin("select concat_ws(' ', name, birth_date, telephone, language, interpreter) from mother where dossier_id = $1", id));
        Assert.Equal("der hanna test van", await app.Database.AsAdmin("select string_agg(part, ' ' order by part) from mother_name_part where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join mother m on m.entry_id = e.id where e.act = 'MotherCorrected' and e.body is not null and e.dossier_id = $1 and e.role = $2", id, persona));
        await visitor.Get($"/dossiers/{id}");
        Assert.Contains("Hanna van der Test", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.DoesNotContain("Anna de Proef", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        await visitor.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft verbeterd: naam Hanna van der Test, was Anna de Proef; geboortedatum 03-02-1994, was 02-03-1995; telefoon 06 11 22 33 44, was 045 123 45 67; taal Pools, was niets; tolk ja, was niets.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Contains("Bron: gezien op een identiteitsbewijs of brief. Reden: “Het stond er verkeerd”.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        await StoredWork.Matches(app);
    }

    [Fact]
    public async Task Leaves_nothing_readable_of_the_old_name_but_in_the_sealed_history()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of("Wilhelmientje Kanarienaam").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verbeteren");

        await Correct(intaker, id, null, ("naam_moeder", "Hanna Test"));

        Assert.DoesNotContain(await StoredRows.Of(app.Database), r => r.Contains("kanarienaam", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(await StoredRows.Bodies(app), b => b.StartsWith("body MotherCorrected", StringComparison.Ordinal) && b.Contains("Kanarienaam", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Makes_her_found_by_the_new_name_and_by_the_old_no_more_and_the_letter_says_it()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        await intaker.Get($"/dossiers/{id}/verbeteren");

        await Correct(intaker, id, null, ("naam_moeder", "Hanna Meijer"));

        Assert.Equal((0, 1, 1), (await Found(intaker, "Proef"), await Found(intaker, "Meijer"), await Found(intaker, "Meyer")));
        await intaker.Get($"/dossiers/{id}/brief/1");
        Assert.Contains("Beste Hanna Meijer,", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.DoesNotContain("Proef,", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1L)]
    [InlineData(false, 0L)]
    public async Task Makes_a_new_application_resemble_what_she_is_called_now(bool corrected, long resembling)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of("Grietje Anders").At("6221AA").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verbeteren");
        if (corrected)
        {
            var answer = await Correct(intaker, id, null, ("naam_moeder", FormFields.Mother), ("geboortedatum_moeder", "03-04-1995"));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        await Resembling.Apply(app);

        Assert.Equal(resembling, await app.Database.AsAdmin("select count(*) from resemblance where resembles = $1", id));
    }

    [Fact]
    public async Task Of_where_she_lives_mends_the_period_and_asks_the_coordinator_to_look()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Heerlen").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verbeteren");

        var answer = await Correct(intaker, id, null, ("postcode", "6221AB"), ("huisnummer", "7B"), ("gemeente", "GM0935"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("GM0935 6221AB 7B 1", await app.Database.AsAdmin("select concat_ws(' ', r.municipality, m.postcode, m.house_number, (select count(*) from residence)) from residence r join mother m using (dossier_id)"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'wijziging-beoordelen' and done_on is null and dossier_id = $1", id));
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("gemeente Maastricht, was Heerlen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await StoredWork.Matches(app);
    }

    [Theory]
    [InlineData("naam_moeder", "", "Vul de naam van de moeder in.")]
    [InlineData("naam_moeder", "999911120", "BSN")]
    [InlineData("geboortedatum_moeder", "", "Vul de geboortedatum van de moeder in.")]
    [InlineData("geboortedatum_moeder", "02-03-1995x", "geen datum")]
    [InlineData("geboortedatum_moeder", "02-03-2020", "De moeder is dan 3 jaar. Klopt dat?")]
    [InlineData("telefoon", "geen", "geen telefoonnummer")]
    [InlineData("postcode", "12", "geen postcode")]
    [InlineData("huisnummer", "x", "begint met een cijfer")]
    [InlineData("gemeente", "Ergens", "Deze gemeente kennen we niet")]
    [InlineData("taal", "xx", "Dit antwoord kennen we niet")]
    [InlineData("bron", "", "Dit is nog niet ingevuld")]
    [InlineData("bron", "horen zeggen", "Dit antwoord kennen we niet")]
    [InlineData("toelichting", "", "Vul in waarom dit niet klopte.")]
    public async Task With_a_mistake_is_sent_back_beside_the_field_with_everything_typed(string field, string value, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verbeteren");

        var answer = await Correct(intaker, id, null, ("huisnummer", "12"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(field is "huisnummer" ? "x" : "12", intaker.Page.QuerySelector("#huisnummer")!.GetAttribute("value"));
        Assert.Equal("Anna de Proef 1995-03-02", await app.Database.AsAdmin("select concat_ws(' ', name, birth_date, house_number) from mother"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'MotherCorrected'"));
    }

    [Fact]
    public async Task That_changes_nothing_is_not_stored()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verbeteren");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Correct(intaker, id, null)).StatusCode);

        Assert.Contains("Alles staat er al zo.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_two_at_once_counts_the_first_and_tells_the_second()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        using var midwife = await app.Visit("verloskundige");
        await intaker.Get($"/dossiers/{id}/verbeteren");
        await midwife.Get($"/dossiers/{id}/verbeteren");

        var answers = await Task.WhenAll(Correct(intaker, id, null, ("naam_moeder", "Eerste Naam")), Correct(midwife, id, null, ("naam_moeder", "Tweede Naam")));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        var (told, mine) = answers[0].StatusCode == HttpStatusCode.Conflict ? (intaker, "Eerste Naam") : (midwife, "Tweede Naam");
        Assert.Contains("Iemand heeft deze gegevens intussen verbeterd.", Looking_at_a_dossier.Text(told), StringComparison.Ordinal);
        Assert.Contains(("naam_moeder", mine), A_database_that_goes_away.Typed(told));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'MotherCorrected'"));
        var again = await told.Post($"/dossiers/{id}/verbeteren", SentForms.On(told, $"/dossiers/{id}/verbeteren"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(mine, await app.Database.AsAdmin("select name from mother"));
    }

    // AVG 16 does not end with the dossier.
    [Fact]
    public async Task Is_possible_after_the_end()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");
        await Ending_a_dossier.End(intaker, id, "verhuisd");
        await intaker.Get($"/dossiers/{id}/verbeteren");

        Assert.Equal(HttpStatusCode.SeeOther, (await Correct(intaker, id, null, ("naam_moeder", "Hanna Test"), ("gemeente", "GM0935"))).StatusCode);

        Assert.Equal("Hanna Test", await app.Database.AsAdmin("select name from mother"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from fact_check"));
    }

    [Theory]
    [InlineData("jgz")]
    [InlineData("programmabureau")]
    public async Task Is_not_for_who_does_not_look_after_the_record(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var visitor = await app.Visit(persona);
        await visitor.Get("/werk");

        Assert.Contains("geen-toegang", (await Correct(visitor, id, null, ("naam_moeder", "Hanna Test"))).Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);

        Assert.Equal("Anna de Proef", await app.Database.AsAdmin("select name from mother"));
    }

    // The second net: nobody changes how a family is found beside an act that corrected her.
    [Fact]
    public async Task Alone_changes_by_what_she_is_found()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await using var work = await app.Db.Begin(new("demo:intaker", "Demo intaker", "intaker", "geboortezorg-limburg"), "proef");
        work.Journal(Flex.Web.Data.Journal.Act.MotherCorrected, dossier: id);
        work.Add("select follow_name($1, $2, $3)", id, new[] { "x" }, new[] { "x" });

        Assert.Equal("42501", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => work.Send(TestContext.Current.CancellationToken))).SqlState);
    }

    // The name or day was mistyped when she was applied for, so nobody saw that she was here already.
    [Theory]
    [InlineData("naam_moeder", "Anna de Proef", "zelfde-geboortedatum-en-naam")]
    [InlineData("postcode", "6411AB", "zelfde-postcode-en-uitgerekende-datum")]
    public async Task Finds_the_dossier_that_she_has_already_and_lays_it_before_who_settles_it_once(string field, string value, string why)
    {
        await using var app = await App.Start(cluster);
        var first = await new Builder(app).Dossier().Save();
        var other = await new Builder(app).Dossier().Of("Quirine Xantippe").At("6411XX").Save();
        using var intaker = await app.Visit("intaker");
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from resemblance"));
        await intaker.Get($"/dossiers/{other}/verbeteren");

        Assert.Equal(HttpStatusCode.SeeOther, (await Correct(intaker, other, null, (field, value))).StatusCode);

        Assert.Equal($"{other} {first} {why}", await app.Database.AsAdmin("select concat_ws(' ', r.dossier_id, r.resembles, r.why) from resemblance r join journal.entry e on e.id = r.entry_id where e.act = 'MotherCorrected'"));
        await intaker.Get($"/dossiers/{other}");
        Assert.NotEmpty(intaker.Page.QuerySelectorAll("main a[href*='/werk/lijkt-op/']"));
        await intaker.Get($"/dossiers/{first}/verbeteren");
        await Correct(intaker, first, null, ("naam_moeder", "Anna de Proeff"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from resemblance"));
        await StoredWork.Matches(app);
    }

    [Fact]
    public async Task Looks_for_nobody_when_only_a_telephone_was_wrong()
    {
        await using var app = await App.Start(cluster);
        await new Builder(app).Dossier().Save();
        var other = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{other}/verbeteren");

        await Correct(intaker, other, null, ("telefoon", "06 11 22 33 44"));

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from resemblance"));
    }

    /// <summary>Sends the form as it lies there, with these fields said otherwise.</summary>
    internal static Task<HttpResponseMessage> Correct(Visitor visitor, Guid id, Guid? act, params (string Name, string Value)[] says)
    {
        var all = says.Append(("act", (act ?? Guid.NewGuid()).ToString())).Concat(new[] { ("bron", "document"), ("toelichting", "Het stond er verkeerd") }.Where(d => says.All(s => s.Name != d.Item1))).Reverse().DistinctBy(s => s.Item1).ToList();
        return visitor.Post($"/dossiers/{id}/verbeteren", [.. SentForms.On(visitor, $"/dossiers/{id}/verbeteren").Where(o => all.All(s => s.Item1 != o.Name)), .. all]);
    }

    private static async Task<int> Found(Visitor visitor, string name)
    {
        await visitor.Get("/zoeken");
        await visitor.Post("/zoeken", ("naam", name), ("geboortedatum", ""), ("nummer", ""));
        return visitor.Page.QuerySelectorAll("tbody th a").Length;
    }
}
