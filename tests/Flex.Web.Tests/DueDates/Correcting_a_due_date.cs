using System.Net;
using Flex.Domain.Dossiers;
using Flex.Web.Tests.Births;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Ends;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Flex.Web.Tests.WorkLists;

namespace Flex.Web.Tests.DueDates;

public sealed class Correcting_a_due_date(TestCluster cluster)
{
    [Theory]
    [InlineData("intaker")]
    [InlineData("kraamverzorgende")]
    [InlineData("verloskundige")]
    public async Task Is_stored_with_its_source_and_moves_what_hangs_on_it(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await PlaceKeeping.Keeping_a_place.Admitted(app);
        Assert.Equal("2023-06-20", await Work(app, id));
        using var visitor = await app.Visit(persona);
        await visitor.Get($"/dossiers/{id}");
        await visitor.Get(Assert.Single(visitor.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/uitgerekend']")).GetAttribute("href")!);
        Assert.Contains("Nu staat er: 20-06-2023", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Correct(visitor, id, "04-07-2023", act: act)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal("2023-07-04", await app.Database.AsAdmin("select due_date::text from application where dossier_id = $1", id));
        Assert.Equal("2023-07-04", await Work(app, id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DueDateCorrected' and body is not null and dossier_id = $1 and role = $2", id, persona));
        await visitor.Get($"/dossiers/{id}");
        Assert.Contains("04-07-2023", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        await visitor.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft de uitgerekende datum verbeterd: 04-07-2023, was 20-06-2023.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Contains("Bron: “echo van 12 mei”.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        await StoredWork.Matches(app);
    }

    [Theory]
    [InlineData("20-12-2026", "De aanvraag is van 01-05-2023; deze datum ligt te ver daarna.")]
    [InlineData("10-03-2023", "De aanvraag is van 01-05-2023; deze datum was toen al meer dan zes weken voorbij.")]
    public async Task Far_away_is_asked_about_from_the_day_of_the_application_and_not_refused(string day, string question)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/uitgerekend");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Correct(intaker, id, day)).StatusCode);

        Assert.Contains(question, intaker.Page.QuerySelector("#uitgerekend-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2023-06-20", await app.Database.AsAdmin("select due_date::text from application"));
        var typed = SentForms.On(intaker, $"/dossiers/{id}/uitgerekend").ToList();
        Assert.Contains(("bron", "echo van 12 mei"), typed);
        var answer = await intaker.Post($"/dossiers/{id}/uitgerekend", [.. typed, (FieldReader.Confirmed, intaker.Page.QuerySelector("#klopt-uitgerekend")!.GetAttribute("value")!)]);
        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("", "echo", "uitgerekend", "Vul de uitgerekende datum in.")]
    [InlineData("31-02-2023", "echo", "uitgerekend", "geen datum")]
    [InlineData("20-06-2023", "echo", "uitgerekend", "20-06-2023 staat er al.")]
    [InlineData("04-07-2023", "", "bron", "Vul in waar deze datum vandaan komt")]
    [InlineData("04-07-2023", "van 999911120", "bron", "BSN")]
    public async Task With_a_mistake_is_sent_back_beside_the_field(string day, string source, string field, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/uitgerekend");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Correct(intaker, id, day, source)).StatusCode);

        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2023-06-20", await app.Database.AsAdmin("select due_date::text from application"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DueDateCorrected'"));
    }

    [Fact]
    public async Task By_two_at_once_counts_the_first_and_tells_the_second()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        using var midwife = await app.Visit("verloskundige");
        await intaker.Get($"/dossiers/{id}/uitgerekend");
        await midwife.Get($"/dossiers/{id}/uitgerekend");

        var answers = await Task.WhenAll(Correct(intaker, id, "04-07-2023"), Correct(midwife, id, "05-07-2023"));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        var told = answers[0].StatusCode == HttpStatusCode.Conflict ? intaker : midwife;
        Assert.Contains("Iemand heeft de datum intussen verbeterd: 0", Looking_at_a_dossier.Text(told), StringComparison.Ordinal);
        Assert.Contains(("bron", "echo van 12 mei"), A_database_that_goes_away.Typed(told));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DueDateCorrected'"));
    }

    [Fact]
    public async Task After_the_birth_or_the_end_is_not_possible_any_more()
    {
        await using var app = await App.Start(cluster);
        var (born, ended) = (await Birth.Expecting(app), await new Builder(app).Dossier().Save());
        using var intaker = await app.Visit("intaker");
        using var carer = await app.Visit("kraamverzorgende");
        await intaker.Get($"/dossiers/{born}/uitgerekend");
        await carer.Get($"/dossiers/{born}/geboorte");
        await Birth.Register(carer, born);

        Assert.Equal(HttpStatusCode.Conflict, (await Correct(intaker, born, "04-07-2023")).StatusCode);
        Assert.Contains("Het kind is geboren op 14-05-2023.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{born}");
        Assert.Null(intaker.Page.QuerySelector("a[href$='/uitgerekend']"));
        await intaker.Get($"/dossiers/{born}/uitgerekend");
        Assert.Null(intaker.Page.QuerySelector("#uitgerekend"));

        await intaker.Get($"/dossiers/{ended}/einde");
        await Ending_a_dossier.End(intaker, ended, "verhuisd");
        Assert.Equal(HttpStatusCode.Conflict, (await Correct(intaker, ended, "04-07-2023")).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DueDateCorrected'"));
    }

    private static Task<object?> Work(App app, Guid id) => app.Database.AsAdmin("select since::text from work_item where dossier_id = $1 and kind = 'geboorte-registreren' and done_on is null", id);

    private static Task<HttpResponseMessage> Correct(Visitor visitor, Guid id, string day, string source = "echo van 12 mei", Guid? act = null) => visitor.Post($"/dossiers/{id}/uitgerekend",
        ("uitgerekend", day), ("bron", source), ("act", (act ?? Guid.NewGuid()).ToString()), ("version", visitor.Page.QuerySelector("main form input[name=version]")?.GetAttribute("value") ?? ""));
}
