using System.Net;
using AngleSharp.Html.Dom;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

public sealed class Registering_hours(TestCluster cluster)
{
    [Theory]
    [InlineData("7,5", 30)]
    [InlineData("7.5", 30)]
    [InlineData("24", 96)]
    [InlineData("0,25", 1)]
    public async Task Is_stored_shown_and_journaled(string hours, int quarters)
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Admitted(app);

        await carer.Get($"/dossiers/{id}/uren");
        Assert.Equal("15-05-2023", ((IHtmlInputElement)carer.Page.QuerySelector("#dag")!).Value);
        var answer = await Register(carer, id, hours: hours, note: "Rustige middag");

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal($"1|2023-05-14|{quarters}|Demo kraamverzorgende|Rustige middag", await app.Database.AsAdmin("select concat_ws('|', pillar, day, quarters, caregiver, note) from care_entry where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join care_entry c on c.entry_id = e.id where e.act = 'CareRegistered' and e.body is not null and e.dossier_id = $1", id));
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Rustige middag", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        carer.Dispose();
    }

    [Fact]
    public async Task In_the_pillar_that_waives_it_shows_the_own_contribution_of_the_day_of_care()
    {
        await using var app = await App.Start(cluster, today: new(2023, 1, 10));
        var (id, carer) = await Admitted(app, received: new(2022, 12, 1), born: new(2022, 12, 28));
        await carer.Get($"/dossiers/{id}/uren");

        await Register(carer, id, day: "31-12-2022", hours: "2");
        await Register(carer, id, day: "1-1-2023", hours: "2");
        await carer.Get($"/dossiers/{id}");

        var rates = app.Library.National.OwnContribution;
        var expected = 2 * (rates.Single(r => r.Period.Contains(new(2022, 12, 31))).PerHour.Value + rates.Single(r => r.Period.Contains(new(2023, 1, 1))).PerHour.Value);
        Assert.Contains($"eigen bijdrage {Flex.Domain.Shared.Dutch.Amount(new(expected))} geweest", Looking_at_a_dossier.Text(carer).Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Pijler 1: 4 uur", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        carer.Dispose();
    }

    [Theory]
    [InlineData("1", "14-05-2023", "", "uren", "hele kwartieren")]
    [InlineData("1", "14-05-2023", "veel", "uren", "hele kwartieren")]
    [InlineData("1", "14-05-2023", "7,3", "uren", "hele kwartieren")]
    [InlineData("1", "14-05-2023", "0", "uren", "hele kwartieren")]
    [InlineData("1", "14-05-2023", "-2", "uren", "hele kwartieren")]
    [InlineData("1", "14-05-2023", "24,25", "uren", "hele kwartieren")]
    [InlineData("1", "16-05-2023", "2", "dag", "in de toekomst")]
    [InlineData("1", "02-05-2023", "2", "dag", "meer dan 7 dagen voor de geboorte (10-05-2023)")]
    [InlineData("1", "31-02-2023", "2", "dag", "geen datum")]
    [InlineData("1", "", "2", "dag", "Vul in op welke dag")]
    [InlineData("2", "14-05-2023", "2", "pijler", "niet toegelaten")]
    [InlineData("", "14-05-2023", "2", "pijler", "Kies voor welke pijler")]
    public async Task With_a_mistake_is_sent_back_beside_the_field_with_everything_typed(string pillar, string day, string hours, string field, string message)
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Admitted(app);
        await carer.Get($"/dossiers/{id}/uren");

        var answer = await Register(carer, id, pillar, day, hours, "Mijn verhaal");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, carer.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(day, ((IHtmlInputElement)carer.Page.QuerySelector("#dag")!).Value);
        Assert.Equal(hours, ((IHtmlInputElement)carer.Page.QuerySelector("#uren")!).Value);
        Assert.Equal("Mijn verhaal", ((IHtmlTextAreaElement)carer.Page.QuerySelector("#opmerking")!).Value);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_entry"));
        carer.Dispose();
    }

    [Fact]
    public async Task With_a_double_click_counts_once()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Admitted(app);
        await carer.Get($"/dossiers/{id}/uren");
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Register(carer, id, act: act)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from care_entry"));
        carer.Dispose();
    }

    [Fact]
    public async Task Before_anyone_admitted_the_family_is_refused()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");

        await carer.Get($"/dossiers/{id}/uren");
        Assert.Contains("Dit gezin is nog niet toegelaten", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        var answer = await Register(carer, id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_entry"));
    }

    internal static async Task<(Guid Id, Visitor Carer)> Admitted(App app, DateOnly? born = null, DateOnly? received = null)
    {
        var id = await new Builder(app).Dossier().Received(received ?? new(2023, 5, 1)).Born(born ?? new(2023, 5, 10)).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "toegelaten", "Voor deze test");
        return (id, await app.Visit("kraamverzorgende"));
    }

    internal static Task<HttpResponseMessage> Register(Visitor visitor, Guid id, string pillar = "1", string day = "14-05-2023", string hours = "2", string note = "", Guid? act = null) =>
        visitor.Post($"/dossiers/{id}/uren", ("pijler", pillar), ("dag", day), ("uren", hours), ("opmerking", note), ("act", (act ?? Guid.NewGuid()).ToString()));
}
