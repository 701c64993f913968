using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Decisions;

public sealed class Many_deciding_at_once(TestCluster cluster)
{
    private const int Attempts = 64;
    private const int Places = 5;

    [Fact]
    public async Task About_few_places_admits_exactly_as_many_as_there_are()
    {
        await using var app = await App.Start(cluster);
        await app.Database.AsAdmin($"set session_replication_role = replica; update place set capacity = {Places} where pillar = 1");
        var a = new Builder(app);
        var families = new List<Guid>();
        for (var i = 0; i < Attempts; i++)
        {
            families.Add(await a.Dossier().Of($"Gezin {i}").Save());
        }

        var answers = await Task.WhenAll(families.Select(async family =>
        {
            using var intaker = await app.Visit("intaker");
            await intaker.Get($"/dossiers/{family}/besluit/1");
            var answer = await Taking_a_decision.Decide(intaker, family, 1, "toegelaten", "Ook als het voorstel wachtlijst is");
            return (answer.StatusCode, Text: answer.StatusCode == HttpStatusCode.Conflict ? Looking_at_a_dossier.Text(intaker) : "");
        }));

        Assert.Equal(Places, answers.Count(x => x.StatusCode == HttpStatusCode.SeeOther));
        Assert.Equal(Attempts - Places, answers.Count(x => x.Text.Contains("Er is geen plaats meer in pijler 1: 5 van 5 bezet.", StringComparison.Ordinal)));
        Assert.Equal(Places, await app.Database.AsAdmin("select taken from place where pillar = 1"));
        Assert.Equal((long)Places, await app.Database.AsAdmin("select count(*) from decision where outcome = 'toegelaten' and pillar = 1"));
        Assert.Equal((long)Places, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'Decided'"));
    }

    [Fact]
    public async Task About_one_family_stores_one_decision_and_tells_the_others()
    {
        await using var app = await App.Start(cluster);
        var family = await new Builder(app).Dossier().Save();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            using var intaker = await app.Visit("intaker");
            await intaker.Get($"/dossiers/{family}/besluit/1");
            return (await Taking_a_decision.Decide(intaker, family, 1, "toegelaten")).StatusCode;
        }));

        Assert.Equal(1, answers.Count(x => x == HttpStatusCode.SeeOther));
        Assert.Equal(15, answers.Count(x => x == HttpStatusCode.Conflict));
        Assert.Equal(1, await app.Database.AsAdmin("select taken from place where pillar = 1"));
    }
}
