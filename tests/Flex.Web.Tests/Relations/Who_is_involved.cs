using System.Net;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Relations;

public sealed class Who_is_involved(TestCluster cluster)
{
    [Fact]
    public async Task Is_said_with_why_and_since_when_and_who_cares_from_the_day_of_the_place()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var carer = await app.Visit("kraamverzorgende");
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get($"/dossiers/{id}")).StatusCode);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/betrokken");
        Assert.Contains("Geeft de zorg. zodra er een plaats is", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/besluit/1");

        await Taking_a_decision.Decide(intaker, id, 1, "toegelaten");

        Assert.Equal(HttpStatusCode.OK, (await carer.Get($"/dossiers/{id}")).StatusCode);
        await intaker.Get($"/dossiers/{id}/betrokken");
        Assert.Contains("Geeft de zorg. 15-05-2023 geen einde afgesproken", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Meldde het gezin aan. 01-05-2023", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_with_a_reason_and_the_family_is_not_there_any_more()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var midwife = await app.Visit("verloskundige");
        Assert.Equal(HttpStatusCode.OK, (await midwife.Get($"/dossiers/{id}")).StatusCode);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/betrokken");
        var relation = coordinator.Page.QuerySelectorAll("#relatie option").Single(o => o.TextContent.Contains("meldde het gezin aan", StringComparison.Ordinal)).GetAttribute("value")!;

        var answer = await coordinator.Post($"/dossiers/{id}/betrokken", ("stap", "beeindigen"), ("relatie", relation), ("reden", "De praktijk nam afscheid"), ("act", Guid.NewGuid().ToString()));

        Assert.Equal($"/dossiers/{id}/betrokken", answer.Headers.Location?.OriginalString);
        Assert.Equal("2023-05-15|De praktijk nam afscheid", await app.Database.AsAdmin("select concat_ws('|', until_day, ended_because) from relation where id = $1::uuid", relation));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'RelationEnded' and dossier_id = $1 and body is not null", id));
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft de toegang van demo-verloskunde beëindigd.Door Demo programmacoördinator. Reden: “De praktijk nam afscheid”.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await midwife.Get($"/dossiers/{id}")).StatusCode);
        await midwife.Get("/dossiers");
        Assert.DoesNotContain("Anna de Proef", Looking_at_a_dossier.Text(midwife), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reaches_an_ended_dossier_as_long_as_the_programme_gives_for_after_care()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using (var coordinator = await app.Visit("coordinator"))
        {
            await coordinator.Get($"/dossiers/{id}/einde");
            await Ends.Ending_a_dossier.End(coordinator, id, "verhuisd");
        }

        foreach (var (day, midwife, office) in new[] { (new DateOnly(2023, 6, 14), HttpStatusCode.OK, HttpStatusCode.OK), (new DateOnly(2023, 6, 15), HttpStatusCode.NotFound, HttpStatusCode.OK) })
        {
            await using var later = await app.On(day);
            using var applicant = await later.Visit("verloskundige");
            using var intaker = await later.Visit("intaker");
            Assert.Equal((day, midwife), (day, (await applicant.Get($"/dossiers/{id}")).StatusCode));
            Assert.Equal((day, office), (day, (await intaker.Get($"/dossiers/{id}")).StatusCode));
        }
    }

    [Theory]
    [InlineData("stap", "", "jgz-zuid-limburg", "Om mee te kijken")]
    [InlineData("organisatie", "uitnodigen", "cz", "Om mee te kijken")]
    [InlineData("organisatie", "overdragen", "geboortezorg-limburg", "Het kind gaat naar de JGZ")]
    [InlineData("relatie", "beeindigen", "", "Niet meer nodig")]
    [InlineData("reden", "uitnodigen", "jgz-zuid-limburg", "")]
    [InlineData("reden", "uitnodigen", "jgz-zuid-limburg", "Haar BSN is 999990019")]
    public async Task With_a_mistake_is_sent_back_beside_the_field_with_everything_typed(string field, string step, string organisation, string reason)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/betrokken");

        var answer = await coordinator.Post($"/dossiers/{id}/betrokken", ("stap", step), ("organisatie", organisation), ("reden", reason), ("act", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(coordinator.Page.QuerySelector($"#{field}-fout"));
        Assert.Equal(reason, coordinator.Page.QuerySelector("#reden")!.TextContent.Trim());
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from relation where kind in ('uitgenodigd', 'overdracht')"));
    }

    [Fact]
    public async Task Asked_in_twice_is_there_once_and_sees_the_dossier()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/betrokken");
        for (var click = 0; click < 2; click++)
        {
            var answer = await coordinator.Post($"/dossiers/{id}/betrokken", ("stap", "uitnodigen"), ("organisatie", "jgz-zuid-limburg"), ("grond", "betrokken"), ("reden", "Om mee te kijken"), ("act", "0190aaaa-0000-7000-8000-000000000077"));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from relation where kind = 'uitgenodigd' and dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'RelationBegun'"));
        using var nurse = await app.Visit("jgz");
        Assert.Equal(HttpStatusCode.OK, (await nurse.Get($"/dossiers/{id}")).StatusCode);
    }
}
