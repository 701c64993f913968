using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Questionnaires;

public sealed class Filling_in_with_a_family(TestCluster cluster)
{
    internal const string Rows = "select concat_ws('|', r.questionnaire, r.version, r.state, r.filled_on, r.saved_by, (select string_agg(a.item || '=' || a.answer, ';' order by a.item) from answer a where a.response_id = r.id)) from response r where r.dossier_id = $1";

    [Fact]
    public async Task In_two_parts_keeps_what_was_answered_and_is_stored_shown_and_journaled()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");

        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Vragenlijst bij de start Nog niet ingevuld. Invullen met het gezin", Text(carer), StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        Assert.Equal(5, carer.Page.QuerySelectorAll("main fieldset").Length);
        var saved = await Send(carer, id, finish: false, null, ("werk", "parttime"), ("nationaliteit", "wil-ik-niet-zeggen"));

        Assert.Equal((HttpStatusCode.SeeOther, $"/dossiers/{id}#vragenlijsten"), (saved.StatusCode, saved.Headers.Location!.OriginalString));
        Assert.Equal("start|2|bezig|2023-05-15|Demo kraamverzorgende|nationaliteit=wil-ik-niet-zeggen;werk=parttime", await app.Database.AsAdmin(Rows, id));
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Bezig, 2 van 5 vragen beantwoord. Verder invullen", Text(carer), StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        Assert.Equal(["parttime", "", "", "", "wil-ik-niet-zeggen"], carer.Page.QuerySelectorAll("main input[checked]").Select(i => i.GetAttribute("value")));

        // A mistaken answer is opened again, another is given, and the rest stays open.
        var finished = await Send(carer, id, finish: true, null, ("werk", ""), ("woning", "huur"), ("nationaliteit", "nederlands"));

        Assert.Equal(HttpStatusCode.SeeOther, finished.StatusCode);
        Assert.Equal("start|2|klaar|2023-05-15|Demo kraamverzorgende|nationaliteit=nederlands;werk=;woning=huur", await app.Database.AsAdmin(Rows, id));
        Assert.Equal("AnswersSaved,AnswersStored", await app.Database.AsAdmin("select string_agg(act, ',' order by at) from journal.entry where dossier_id = $1 and act like 'Answers%' and body is not null and role = 'kraamverzorgende'", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from response r join journal.entry e on e.id = r.entry_id where e.act = 'AnswersStored'"));
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Afgerond op 15-05-2023, 2 van 5 vragen beantwoord.", Text(carer), StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft 2 antwoorden op de vragenlijst “Vragenlijst bij de start” bewaard, om later verder te gaan", Text(carer), StringComparison.Ordinal);
        Assert.Contains("heeft de vragenlijst “Vragenlijst bij de start” opgeslagen, ingevuld op 15-05-2023", Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_answered_can_be_finished_all_the_same()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var nurse = await app.Visit("jgz");
        await nurse.Get($"/dossiers/{id}/vragenlijst/half-jaar");

        await Send(nurse, id, finish: true, null, "half-jaar");

        Assert.Equal("half-jaar|2|klaar|2023-05-15|Demo jgz-verpleegkundige", await app.Database.AsAdmin(Rows, id));
        Assert.Equal("1|0", await app.Database.AsAdmin("select (select count(*) from stats.response) || '|' || (select count(*) from stats.answer)"));
    }

    [Fact]
    public async Task Counts_in_the_figures_only_when_finished_and_an_open_question_nowhere()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get($"/dossiers/{id}/vragenlijst/start");
        await Send(midwife, id, finish: false, null, ("werk", "parttime"), ("woning", "huur"));
        Assert.Equal("0|0", await app.Database.AsAdmin("select (select count(*) from stats.response) || '|' || (select count(*) from stats.answer)"));

        await midwife.Get($"/dossiers/{id}/vragenlijst/start");
        await Send(midwife, id, finish: true, null, ("woning", "huur"));

        Assert.Equal("1|woning", await app.Database.AsAdmin("select (select count(*) from stats.response) || '|' || (select string_agg(item, ',') from stats.answer)"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_a_double_click_counts_once(bool finish)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(carer, id, finish, act, ("werk", "parttime"))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from response"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act in ('AnswersSaved', 'AnswersStored')"));
    }

    [Fact]
    public async Task That_was_begun_in_an_older_version_goes_on_in_that_version()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        await Send(carer, id, finish: false, null, ("werk", "parttime"));
        await app.Database.AsAdmin("set session_replication_role = replica; update response set version = '1'");

        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        Assert.Empty(carer.Page.QuerySelectorAll("input[value=wil-ik-niet-zeggen]"));
        await Send(carer, id, finish: true, null, ("werk", "fulltime"));

        Assert.Equal("start|1|klaar|2023-05-15|Demo kraamverzorgende|werk=fulltime", await app.Database.AsAdmin(Rows, id));
    }

    [Theory]
    [InlineData(null, "Deze lijst komt ongeveer 6 maanden na de geboorte aan de beurt.")]
    [InlineData("2023-05-10", "Deze lijst komt vanaf ongeveer 10-11-2023 aan de beurt.")]
    [InlineData("2022-11-15", null)]
    public async Task Of_later_says_on_the_dossier_when_it_is_its_turn_and_stops_nobody(string? born, string? said)
    {
        await using var app = await App.Start(cluster);
        var dossier = new Builder(app).Dossier().InCare();
        var id = await (born is null ? dossier : dossier.Born(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture))).Save();
        using var nurse = await app.Visit("jgz");

        await nurse.Get($"/dossiers/{id}");

        Assert.Contains($"Vragenlijst een half jaar na de geboorte Nog niet ingevuld.{(said is null ? "" : " " + said)} Invullen met het gezin", Text(nurse), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await nurse.Get($"/dossiers/{id}/vragenlijst/half-jaar")).StatusCode);
    }

    [Fact]
    public async Task Takes_at_most_fourteen_statements()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");

        using (var page = new Statements(app.Database))
        {
            await carer.Get($"/dossiers/{id}/vragenlijst/start");
            Assert.InRange(page.Asked.Count, 5, 14);
        }
    }

    [Fact]
    public async Task After_the_connection_broke_comes_back_whole_and_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        var act = Guid.NewGuid();
        await using (var holder = await A_database_that_goes_away.Hold(app, "answer"))
        {
            var sending = Send(carer, id, finish: false, act, ("werk", "bijstand"));
            await A_database_that_goes_away.SomebodyWaits(holder);
            await using var outage = await Outage.Of(cluster, app.Database);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sending).StatusCode);
        }

        Assert.Contains("Het is niet zeker of dit is opgeslagen", Text(carer), StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(carer).ToList();
        Assert.Contains(("werk", "bijstand"), typed);
        Assert.Contains(("act", act.ToString()), typed);
        Assert.Equal(HttpStatusCode.SeeOther, (await carer.Post($"/dossiers/{id}/vragenlijst/start", typed)).StatusCode);
        Assert.Equal("start|2|bezig|2023-05-15|Demo kraamverzorgende|werk=bijstand", await app.Database.AsAdmin(Rows, id));
    }

    internal static string Text(Visitor visitor) => Looking_at_a_dossier.Text(visitor);

    internal static Task<HttpResponseMessage> Send(Visitor visitor, Guid id, bool finish, Guid? act, params (string, string)[] answers) => Send(visitor, id, finish, act, "start", answers);

    /// <summary>Sends the form as it lies there, with the version that it changes.</summary>
    internal static Task<HttpResponseMessage> Send(Visitor visitor, Guid id, bool finish, Guid? act, string code, params (string, string)[] answers) =>
        visitor.Post($"/dossiers/{id}/vragenlijst/{code}",
        [
            ("act", (act ?? Guid.NewGuid()).ToString()), ("version", visitor.Page.QuerySelector("input[name=version]")?.GetAttribute("value") ?? ""), ("doe", finish ? "afronden" : "bewaren"), .. answers,
        ]);
}
