using System.Net;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using static Flex.Web.Tests.Questionnaires.Filling_in_with_a_family;

namespace Flex.Web.Tests.Questionnaires;

public sealed class Two_people_on_one_list(TestCluster cluster)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_second_hears_who_saved_what_and_keeps_what_was_typed(bool begun)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        using var nurse = await app.Visit("jgz");
        if (begun)
        {
            await carer.Get($"/dossiers/{id}/vragenlijst/start");
            await Send(carer, id, finish: false, null, ("partner", "ja"));
        }

        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        await nurse.Get($"/dossiers/{id}/vragenlijst/start");
        await Send(carer, id, finish: false, null, ("partner", "ja"), ("werk", "parttime"), ("opleiding", "hoger"));

        var second = await Send(nurse, id, finish: false, null, ("partner", "ja"), ("werk", "fulltime"), ("woning", "koop"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Uw antwoorden zijn nog niet bewaard", Text(nurse), StringComparison.Ordinal);
        Assert.Matches(@"Demo kraamverzorgende heeft intussen \(\d\d-\d\d-\d{4} \d\d:\d\d\) antwoorden op deze lijst bewaard\.", Text(nurse));
        Assert.Contains("Wat doet u op dit moment? Bewaard is “Parttime”, u had “Fulltime”.", Text(nurse), StringComparison.Ordinal);
        Assert.Contains("In wat voor woning woont u? Bewaard is geen antwoord, u had “Koop”.", Text(nurse), StringComparison.Ordinal);
        Assert.DoesNotContain("Heeft u een partner? Bewaard", Text(nurse), StringComparison.Ordinal);
        Assert.DoesNotContain("hoogste opleiding? Bewaard", Text(nurse), StringComparison.Ordinal); // left open: nothing to lose
        Assert.Equal(["fulltime", "ja", "hoger", "koop", ""], nurse.Page.QuerySelectorAll("main input[checked]").Select(i => i.GetAttribute("value")));
        Assert.EndsWith("|Demo kraamverzorgende|opleiding=hoger;partner=ja;werk=parttime", (string)(await app.Database.AsAdmin(Rows, id))!, StringComparison.Ordinal);

        // Sending it again is meant.
        var again = await nurse.Post($"/dossiers/{id}/vragenlijst/start", A_database_that_goes_away.Typed(nurse).ToList());
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.EndsWith("|Demo jgz-verpleegkundige|opleiding=hoger;partner=ja;werk=fulltime;woning=koop", (string)(await app.Database.AsAdmin(Rows, id))!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task At_the_same_moment_one_is_stored_whole_and_the_other_is_told(int begun)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var first = await app.Visit("kraamverzorgende");
        if (begun == 1)
        {
            await first.Get($"/dossiers/{id}/vragenlijst/start");
            await Send(first, id, finish: false, null, ("werk", "bijstand"));
        }

        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var visitor = await app.Visit("kraamverzorgende");
            await visitor.Get($"/dossiers/{id}/vragenlijst/start");
            return visitor;
        }));

        var answers = await Task.WhenAll(people.Select((visitor, i) => Send(visitor, id, finish: i % 2 == 0, null, ("werk", i % 2 == 0 ? "parttime" : "fulltime"), ("woning", i % 2 == 0 ? "huur" : "koop"))));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.SeeOther));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Contains(await app.Database.AsAdmin("select string_agg(answer, ',' order by item) from answer") as string, new[] { "parttime,huur", "fulltime,koop" });
        Assert.Equal(begun + 1L, await app.Database.AsAdmin("select count(*) from journal.entry where act in ('AnswersSaved', 'AnswersStored')"));
        Array.ForEach(people, p => p.Dispose());
    }

    [Fact]
    public async Task After_it_was_finished_nothing_changes_and_the_page_says_why()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        using var nurse = await app.Visit("jgz");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        await nurse.Get($"/dossiers/{id}/vragenlijst/start");
        await Send(carer, id, finish: true, null, ("werk", "parttime"));

        var second = await Send(nurse, id, finish: false, null, ("werk", "fulltime"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Demo kraamverzorgende heeft deze lijst afgerond op 15-05-2023. Antwoorden van een afgeronde lijst veranderen niet meer; verbeteren kan hier nog niet.", Text(nurse), StringComparison.Ordinal);
        Assert.Contains("Wat u had ingevuld", Text(nurse), StringComparison.Ordinal);
        Assert.Equal("fulltime", nurse.Page.QuerySelector("main input[name=werk][checked]")!.GetAttribute("value"));
        Assert.Null(nurse.Page.QuerySelector("main button[type=submit][name=doe]"));
        Assert.Equal("start|2|klaar|2023-05-15|Demo kraamverzorgende|werk=parttime", await app.Database.AsAdmin(Rows, id));
        await nurse.Get($"/dossiers/{id}/vragenlijst/start");
        Assert.Contains("staan de antwoorden hier niet meer", Text(nurse), StringComparison.Ordinal);
        Assert.DoesNotContain("Parttime", Text(nurse), StringComparison.Ordinal);
        Assert.Null(nurse.Page.QuerySelector("main form.flex-form"));
    }

    [Fact]
    public async Task The_same_act_with_other_answers_comes_back_under_a_new_one()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        var act = Guid.NewGuid();
        await Send(carer, id, finish: false, act, ("werk", "parttime"));

        Assert.Equal(HttpStatusCode.Conflict, (await Send(carer, id, finish: false, act, ("werk", "fulltime"))).StatusCode);

        Assert.Contains("Wilt u dit ook vastleggen, verstuur het dan nog eens.", Text(carer), StringComparison.Ordinal);
        Assert.NotEqual(act.ToString(), carer.Page.QuerySelector("input[name=act]")!.GetAttribute("value"));
        var other = await new Builder(app).Dossier().InCare().Of("Bea Voorbeeld").Save();
        await carer.Get($"/dossiers/{other}/vragenlijst/start");
        Assert.Equal(HttpStatusCode.Conflict, (await Send(carer, other, finish: false, act, ("werk", "fulltime"))).StatusCode);
        Assert.Equal("start|2|bezig|2023-05-15|Demo kraamverzorgende|werk=parttime", await app.Database.AsAdmin(Rows, id));
        Assert.Null(await app.Database.AsAdmin(Rows, other));
    }
}
