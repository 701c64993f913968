using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Corrections;

public sealed class What_the_family_says_itself(TestCluster cluster)
{
    internal static readonly (string Name, string Value)[] Refusal =
    [
        ("vraagt_als", "moeder"), ("naam_verzoeker", "Anna de Proef"), ("gevraagd_op", "14-05-2023"), ("gaat_over", "aanvraag"), ("verklaring", "Ik heb geen schulden, dat was mijn zus."),
        ("weigergrond", "waarneming"), ("toelichting", "Dit is wat de verloskundige zag"),
    ];

    [Fact]
    public async Task Is_added_to_the_dossier_beside_the_correction_that_was_refused_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        await intaker.Get(Assert.Single(intaker.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/verklaring']")).GetAttribute("href")!);
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Say(intaker, id, act)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal("aanvraag moeder waarneming Ik heb geen schulden, dat was mijn zus.", await app.Database.AsAdmin("select concat_ws(' ', about, capacity, refused_ground, statement) from own_statement where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join own_statement s on s.entry_id = e.id where e.act = 'CorrectionRefused' and e.body is not null"));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Eigen verklaring van het gezin", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Ik heb geen schulden, dat was mijn zus.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("dat is niet gedaan. Het is een waarneming of oordeel van een professional", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft vastgelegd dat iets niet is verbeterd", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_stand_without_any_refusal()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/verklaring");

        var answer = await Say(coordinator, id, null, ("weigergrond", ""), ("toelichting", ""));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'StatementAdded'"));
        await coordinator.Get($"/dossiers/{id}");
        Assert.DoesNotContain("dat is niet gedaan", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    // Who reads what it is about reads it too, and nobody else.
    [Theory]
    [InlineData("aanvraag", "kraamverzorgende", true)]
    [InlineData("aanvraag", "jgz", false)]
    [InlineData("zorg", "jgz", false)]
    [InlineData("gegevens", "jgz", true)]
    public async Task Is_read_by_whoever_sees_what_it_is_about(string about, string persona, bool reads)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verklaring");
        await Say(intaker, id, null, ("gaat_over", about));
        using var visitor = await app.Visit(persona);

        await visitor.Get($"/dossiers/{id}");

        Assert.Equal(reads, Looking_at_a_dossier.Text(visitor).Contains("dat was mijn zus", StringComparison.Ordinal));
        await visitor.Get($"/dossiers/{id}/historie");
        Assert.Equal(persona != "jgz", Looking_at_a_dossier.Text(visitor).Contains("Dit is wat de verloskundige zag", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vraagt_als", "buur", "Dit antwoord kennen we niet")]
    [InlineData("naam_verzoeker", "", "Vul in wie erom vraagt.")]
    [InlineData("gevraagd_op", "01-01-2040", "Deze datum")]
    [InlineData("gaat_over", "", "Dit is nog niet ingevuld")]
    [InlineData("weigergrond", "", "kies ook op welke grond")]
    [InlineData("weigergrond", "zomaar", "Dit antwoord kennen we niet")]
    [InlineData("toelichting", "", "Leg uit waarom u niet verbetert.")]
    [InlineData("verklaring", "Mijn nummer is 999911120", "BSN")]
    public async Task With_a_mistake_is_sent_back_beside_the_field(string field, string value, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verklaring");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Say(intaker, id, null, (field, value))).StatusCode);

        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from own_statement"));
    }

    [Fact]
    public async Task That_says_nothing_is_not_stored()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verklaring");

        await Say(intaker, id, null, ("weigergrond", ""), ("toelichting", ""), ("verklaring", ""));

        Assert.Contains("Schrijf op wat het gezin zegt", intaker.Page.QuerySelector("#verklaring-fout")!.TextContent, StringComparison.Ordinal);
    }

    internal static Task<HttpResponseMessage> Say(Visitor visitor, Guid id, Guid? act, params (string Name, string Value)[] says) =>
        visitor.Post($"/dossiers/{id}/verklaring", [.. Refusal.Where(r => says.All(s => s.Name != r.Name)), .. says, ("act", (act ?? Guid.NewGuid()).ToString())]);
}
