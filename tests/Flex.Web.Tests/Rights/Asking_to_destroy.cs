using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Rights;

public sealed class Asking_to_destroy(TestCluster cluster)
{
    [Fact]
    public async Task Is_recorded_once_with_its_term_and_stands_in_the_list()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        await intaker.Get(Assert.Single(intaker.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/vernietigen']")).GetAttribute("href")!);
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Destroying.Ask(intaker, id, act: act)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}/vernietigen", a.Headers.Location?.OriginalString));
        Assert.Equal("wacht moeder Anna de Proef 2023-06-14", await app.Database.AsAdmin("select concat_ws(' ', state, capacity, asked_by, due_on) from erasure_request where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ErasureAsked' and body is not null and dossier_id = $1", id));
        await intaker.Get("/beheer/verzoeken");
        Assert.Contains("Anna de Proef", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("14-06-2023", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Beslissen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft een verzoek om te vernietigen vastgelegd", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vraagt_als", "buurvrouw", "Dit antwoord kennen we niet")]
    [InlineData("naam_verzoeker", "", "Vul in wie erom vraagt.")]
    [InlineData("naam_verzoeker", "999911120", "BSN")]
    [InlineData("gevraagd_op", "", "Vul in op welke dag erom gevraagd is.")]
    [InlineData("gevraagd_op", "01-01-2040", "Deze datum")]
    public async Task With_a_mistake_is_sent_back_beside_the_field(string field, string value, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/vernietigen");
        var good = new Dictionary<string, string>(StringComparer.Ordinal) { ["vraagt_als"] = "moeder", ["naam_verzoeker"] = "Anna", ["gevraagd_op"] = "14-05-2023", [field] = value };

        var answer = await intaker.Post($"/dossiers/{id}/vernietigen", good.Select(g => (g.Key, g.Value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from erasure_request"));
    }

    [Theory]
    [InlineData("weigeren", "", "reden", "weigergrond", "Dit is nog niet ingevuld")]
    [InlineData("weigeren", "geen-zin", "reden", "weigergrond", "Dit antwoord kennen we niet")]
    [InlineData("weigeren", "wet", "", "toelichting", "Leg uit waarom u weigert")]
    [InlineData("toewijzen", "wet", "", "weigergrond", "kies dan geen grond")]
    [InlineData("", "", "", "besluit", "Dit is nog niet ingevuld")]
    public async Task Is_refused_on_a_ground_of_the_law_only(string decision, string ground, string because, string field, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/vernietigen");
        await Destroying.Ask(intaker, id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Destroying.Decide(intaker, id, decision, ground, because)).StatusCode);

        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("wacht", await app.Database.AsAdmin("select state from erasure_request"));
    }

    [Fact]
    public async Task And_refused_keeps_the_dossier_and_can_be_asked_again()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/vernietigen");
        await Destroying.Ask(intaker, id);

        Assert.Equal(HttpStatusCode.SeeOther, (await Destroying.Decide(intaker, id, "weigeren", "belang-ander", "Het kind heeft er later belang bij.")).StatusCode);

        await intaker.Get($"/dossiers/{id}/vernietigen");
        Assert.Contains("aanmerkelijk belang voor een ander", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Het kind heeft er later belang bij.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/vernietigen");
        await Destroying.CarryOut(coordinator, id);
        Assert.Equal("1 0 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from erasure), (select count(*) from journal.entry where act = 'ErasureDecided'))"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Destroying.Ask(intaker, id)).StatusCode);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from erasure_request"));
    }

    [Fact]
    public async Task And_granted_is_carried_out_by_another_than_who_granted_it()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await Destroying.Grant(app, id);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/vernietigen");
        Assert.Contains("Een collega voert dit uit", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await Destroying.CarryOut(intaker, id)).StatusCode);

        Assert.Contains("Er is niets vernietigd", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/vernietigen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Destroying.CarryOut(coordinator, id, "")).StatusCode);
        var answers = await Task.WhenAll(Destroying.CarryOut(coordinator, id), Destroying.CarryOut(coordinator, id));
        Assert.Contains(answers, a => a.Headers.Location?.OriginalString == "/beheer/verzoeken");
        Assert.Equal("0 1 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from erasure where ground = 'verzoek'), (select count(*) from journal.entry where act = 'DossierErased' and dossier_id = $1 and role = 'coordinator'))", id));
        await coordinator.Get("/beheer/verzoeken");
        Assert.Contains("Laatst vernietigd", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"/dossiers/{id}")).StatusCode);
    }
}
