using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.CareHours;

public sealed class Before_a_contribution_is_waived(TestCluster cluster)
{
    private const string Open = "select string_agg(kind || ' ' || role, ',' order by kind) from work_item where dossier_id = $1 and kind like 'bijdrage%' and done_on is null";

    private static readonly (string, string)[] Policy =
        [("aanvullend", "gemeente"), ("polis", "Collectief Zuid"), ("vanaf", "01-01-2023"), ("betaalt_bijdrage", "deel"), ("hoogste_bedrag", "12,00"), ("late_uren", "15"), ("late_dagen", "5")];

    [Fact]
    public async Task Cover_is_asked_kept_journaled_shown_and_pays_first()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Given.Indicate(app, id, "49");
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");
        Assert.Equal("2023-05-14 zvw programma 12 1440", await Given.Lines(app, id));

        await Given.AskCover(app, id, "aanbieder", Policy);

        Assert.Equal("gemeente aanbieder 1 Collectief Zuid [2023-01-01,) t 1200 60 5", await app.Database.AsAdmin(
            "select concat_ws(' ', a.covered, a.billed_by, a.pillar, c.name, c.during, c.pays_contribution, c.at_most, c.late_quarters, c.late_days) from cover_asked a join cover c on c.id = a.id where a.dossier_id = $1", id));
        Assert.Equal("2023-05-14 zvw aanvullend 10 1200\n2023-05-14 zvw programma 2 240", await Given.Lines(app, id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join cover_asked a on a.entry_id = e.id where e.act = 'CoverAsked' and e.body is not null"));
        await carer.Get($"/dossiers/{id}/zorg");
        Assert.Contains("Collectief Zuid, vanaf 01-01-2023: de eigen bijdrage tot € 12,00, en 15 uur als de baby later thuiskomt.", Looking_at_a_dossier.Text(carer).Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Null(carer.Page.QuerySelector("main a[href$='/zorg/verzekering']"));
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft gevraagd naar een aanvullende verzekering en wie de eigen bijdrage int", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        carer.Dispose();
    }

    [Fact]
    public async Task A_later_answer_counts_in_the_place_of_an_earlier_one_which_stays()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Given.Indicate(app, id, "49");
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");
        await Given.AskCover(app, id, "aanbieder", Policy);

        await Given.AskCover(app, id, "verzekeraar", ("betaald", "52,80"));

        Assert.Equal("2023-05-14 zvw programma 12 1440", await Given.Lines(app, id));
        Assert.Equal("2 1", await app.Database.AsAdmin("select (select count(*) from cover_asked) || ' ' || (select count(*) from cover)"));
        Assert.Equal("bijdrage-terugbetalen coordinator", await app.Database.AsAdmin(Open, id));
        carer.Dispose();
    }

    [Fact]
    public async Task Who_bills_is_told_not_to_and_that_ends_the_task_once()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Given.AskCover(app, id, "verzekeraar");
        Assert.Equal("bijdrage-niet-innen coordinator", await app.Database.AsAdmin(Open, id));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/werk");
        Assert.NotNull(coordinator.Page.QuerySelector($"main a[href='/dossiers/{id}/zorg/bijdrage']"));
        await coordinator.Get($"/dossiers/{id}/zorg/bijdrage");
        Assert.Contains("Laat de zorgverzekeraar weten dat het programma de eigen bijdrage overneemt", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(coordinator).Where(t => t.Name != "gedaan_hoe").ToList();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post($"/dossiers/{id}/zorg/bijdrage", typed)).StatusCode);
        Assert.Contains("Vul in met wie het is geregeld", coordinator.Page.QuerySelector("#gedaan_hoe-fout")!.TextContent, StringComparison.Ordinal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => coordinator.Post($"/dossiers/{id}/zorg/bijdrage", [.. typed, ("gedaan_hoe", n == 2 ? "Iets anders" : "Gebeld met CZ")])));

        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join cover_asked a on a.done_entry = e.id where e.act = 'ContributionSettled' and e.body is not null"));
        Assert.Contains(HttpStatusCode.Conflict, answers.Select(a => a.StatusCode));
        Assert.Contains(HttpStatusCode.SeeOther, answers.Select(a => a.StatusCode));
        Assert.True(await app.Database.AsAdmin(Open, id) is null or DBNull);
        carer.Dispose();
    }

    [Fact]
    public async Task Nothing_is_to_be_done_before_the_family_is_admitted()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Born(new(2023, 5, 10)).Save();

        await Given.AskCover(app, id, "aanbieder");

        Assert.True(await app.Database.AsAdmin(Open, id) is null or DBNull);
    }

    [Theory]
    [InlineData("aanvullend", "", "aanvullend", "nog niet ingevuld")]
    [InlineData("wie_int", "", "wie_int", "nog niet ingevuld")]
    [InlineData("polis", "", "polis", "hoe de verzekering heet")]
    [InlineData("vanaf", "", "vanaf", "vanaf welke dag")]
    [InlineData("tot_en_met", "31-12-2022", "tot_en_met", "voor de dag")]
    [InlineData("hoogste_bedrag", "", "hoogste_bedrag", "tot welk bedrag")]
    [InlineData("hoogste_bedrag", "twaalf", "hoogste_bedrag", "bedrag in euro")]
    [InlineData("betaald", "12,345", "betaald", "bedrag in euro")]
    [InlineData("late_uren", "", "late_uren", "hoeveel uren")]
    [InlineData("late_dagen", "0", "late_dagen", "aantal dagen")]
    public async Task A_mistake_is_said_beside_the_field_with_everything_typed(string field, string value, string wrong, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Born(new(2023, 5, 10)).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/zorg/verzekering");

        var answer = await intaker.Post($"/dossiers/{id}/zorg/verzekering", [.. new[] { ("wie_int", "aanbieder"), ("betaald", "10") }.Concat(Policy).Where(p => p.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, intaker.Page.QuerySelector($"#{wrong}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(field == "late_uren" ? ("late_dagen", "5") : ("late_uren", "15"), A_database_that_goes_away.Typed(intaker));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from cover_asked"));
    }
}
