using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Copies;

public sealed class Asking_for_a_copy(TestCluster cluster)
{
    [Fact]
    public async Task Is_recorded_once_with_its_term_and_its_parts_and_stands_in_the_list()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        await intaker.Get(Assert.Single(intaker.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/afschrift']")).GetAttribute("href")!);
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => intaker.Post($"/dossiers/{id}/afschrift", [.. Copying.Request, ("act", act.ToString())])));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}/afschrift", a.Headers.Location?.OriginalString));
        Assert.Equal("moeder document Anna de Proef 2023-06-14 kind,moeder", await app.Database.AsAdmin(
            "select concat_ws(' ', capacity, identity_check, asked_by, due_on, (select string_agg(part, ',' order by part) from copy_part where copy_request_id = r.id and state = 'wacht')) from copy_request r where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join copy_request r on r.entry_id = e.id where e.act = 'CopyAsked' and e.body is not null"));
        await intaker.Get($"/dossiers/{id}/afschrift");
        Assert.Contains("Anna de Proef, de moeder zelf", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get("/beheer/verzoeken");
        Assert.Contains("Afschrift nakijken en vrijgeven", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.NotNull(intaker.Page.QuerySelector($"main a[href='/dossiers/{id}/afschrift']"));
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft een verzoek om een afschrift vastgelegd: de moeder en het kind, gevraagd door de moeder zelf.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    // That somebody asked, and who, is for who gives it.
    [Theory]
    [InlineData("kraamverzorgende", true)]
    [InlineData("jgz", false)]
    [InlineData("verloskundige", false)]
    public async Task Is_told_in_the_history_to_who_gives_it(string persona, bool told)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id);
        using var visitor = await app.Visit(persona);

        await visitor.Get($"/dossiers/{id}/historie");

        Assert.Equal(told, Looking_at_a_dossier.Text(visitor).Contains("een afschrift", StringComparison.Ordinal));
    }

    // One parent does not receive what the other told.
    [Theory]
    [InlineData("andere-ouder", "moeder")]
    [InlineData("partner", "moeder")]
    [InlineData("partner", "kind")]
    [InlineData("voogd", "moeder")]
    [InlineData("mentor", "kind")]
    [InlineData("moeder", "partner")]
    public async Task Is_refused_for_a_part_that_is_not_of_who_asks(string capacity, string part)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");

        var answer = await Copying.Ask(intaker, id, null, ("wie_vraagt", capacity), ("identiteit_nagegaan", "gezag"), ("welk_deel", part));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("krijgt alleen het deel over", intaker.Page.QuerySelector("#welk_deel-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from copy_request"));
    }

    [Theory]
    [InlineData("wie_vraagt", "buurvrouw", "wie_vraagt", "Dit antwoord kennen we niet")]
    [InlineData("naam_verzoeker", "", "naam_verzoeker", "Vul in wie erom vraagt.")]
    [InlineData("naam_verzoeker", "999911120", "naam_verzoeker", "BSN")]
    [InlineData("gevraagd_op", "", "gevraagd_op", "Vul in op welke dag")]
    [InlineData("gevraagd_op", "01-01-2040", "gevraagd_op", "Deze datum")]
    [InlineData("identiteit_nagegaan", "", "identiteit_nagegaan", "Dit is nog niet ingevuld")]
    [InlineData("welk_deel", "", "welk_deel", "Kies van wie het afschrift is.")]
    [InlineData("welk_deel", "buren", "welk_deel", "Dit antwoord kennen we niet")]
    [InlineData("wie_vraagt", "andere-ouder", "identiteit_nagegaan", "laat ook zien dat hij dat mag")]
    public async Task With_a_mistake_is_sent_back_beside_the_field(string field, string value, string wrong, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Copying.Ask(intaker, id, null, (field, value))).StatusCode);

        Assert.Contains(message, intaker.Page.QuerySelector($"#{wrong}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from copy_request"));
    }

    [Theory]
    [InlineData("verloskundige")]
    [InlineData("jgz")]
    [InlineData("kraamverzorgende")]
    public async Task Is_not_recorded_by_who_does_not_keep_the_record(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var visitor = await app.Visit(persona);

        var answer = await Copying.Ask(visitor, id);

        Assert.Contains("geen-toegang", answer.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from copy_request"));
    }
}
