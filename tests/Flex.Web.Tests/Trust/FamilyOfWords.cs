using System.Net;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Questionnaires;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>A family about whom everything was said, each in a word that is said nowhere else; made once for everybody who looks.</summary>
public sealed class FamilyOfWords(TestCluster cluster) : IAsyncLifetime
{
    internal const string Name = "Kanariezangster";

    internal App App { get; private set; } = null!;

    internal Guid Id { get; private set; }

    public async ValueTask InitializeAsync()
    {
        App = await App.Start(cluster);
        Id = await Family(App);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private static async Task<Guid> Family(App app)
    {
        var id = await new Builder(app).Dossier().InCare().Of(Name + " de Proef").Known("999990019", "06-12345677").At("6411ZZ").Saying("kanarie-aanvraag").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/2");
        Assert.Equal(HttpStatusCode.SeeOther, (await Taking_a_decision.Deviate(intaker, id, 2, "afgewezen", "kanarie-besluit")).StatusCode);
        await intaker.Get($"/dossiers/{id}/besluit/1");
        Assert.Equal(HttpStatusCode.SeeOther, (await Taking_a_decision.Decide(intaker, id, 1, "toegelaten")).StatusCode);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/uren");
        var hours = await carer.Post($"/dossiers/{id}/uren", ("act", Guid.NewGuid().ToString()), ("pijler", "1"), ("dag", "14-05-2023"), ("uren", "13,25"), ("opmerking", "kanarie-bezoek"));
        Assert.Equal(HttpStatusCode.SeeOther, hours.StatusCode);
        await app.Database.AsAdmin("set session_replication_role = replica; update care_entry set caregiver = 'Kanarie Zorgverlener'");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        Assert.Equal(HttpStatusCode.SeeOther, (await Filling_in_with_a_family.Send(carer, id, finish: true, null, ("nationaliteit", "niet-nederlands"))).StatusCode);
        return id;
    }
}
