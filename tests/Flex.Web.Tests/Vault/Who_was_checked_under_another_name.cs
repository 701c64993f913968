using System.Net;
using Flex.Web.Tests.Births;
using Flex.Web.Tests.Corrections;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Vault;

/// <summary>A check of who somebody is says something of the name and day of birth that were checked; of others it is done again.</summary>
public sealed class Who_was_checked_under_another_name(TestCluster cluster)
{
    private const string Again = "Opnieuw controleren: de naam of geboortedatum is verbeterd na de laatste controle";

    [Theory]
    [InlineData("naam_moeder", "Hanna van der Test", true)]
    [InlineData("geboortedatum_moeder", "03-02-1994", true)]
    [InlineData("telefoon", "06 11 22 33 44", false)]
    [InlineData("taal", "pl", false)]
    public async Task Is_to_be_checked_again_wherever_it_stands_until_somebody_does(string field, string value, bool again)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Known("999911120", "045 123 45 67").Save();
        using var intaker = await app.Visit("intaker");
        Assert.Equal(HttpStatusCode.SeeOther, (await Identifying.Check(intaker, id, "document", document: "paspoort", last: "x12")).StatusCode);
        await intaker.Get($"/dossiers/{id}/verbeteren");

        Assert.Equal(HttpStatusCode.SeeOther, (await Correcting_the_mother.Correct(intaker, id, null, (field, value))).StatusCode);

        await intaker.Get($"/dossiers/{id}");
        Assert.Equal(again, Looking_at_a_dossier.Text(intaker).Contains(Again, StringComparison.Ordinal));
        await intaker.Get($"/dossiers/{id}/identiteit");
        Assert.StartsWith(again ? Again : "Gecontroleerd met een identiteitsbewijs", Status(intaker), StringComparison.Ordinal);
        Assert.Equal(again, intaker.Page.QuerySelector("section li")?.TextContent.EndsWith("door Demo intaker: van vóór de naam of geboortedatum is verbeterd", StringComparison.Ordinal) ?? false);
        Assert.Equal(again, await app.Database.AsAdmin("select m.identity_since is not distinct from e.id from mother m join journal.entry e on e.act = 'MotherCorrected' and e.dossier_id = m.dossier_id"));

        await Identifying.Check(intaker, id, "vergewist");

        await intaker.Get($"/dossiers/{id}/identiteit");
        Assert.StartsWith("Vergewist", Status(intaker), StringComparison.Ordinal);
        Assert.Equal("2 2", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from identity_check), (select count(*) from journal.entry where act = 'IdentityChecked'))"));
    }

    [Fact]
    public async Task Who_was_never_checked_is_still_not_checked()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/verbeteren");

        await Correcting_the_mother.Correct(intaker, id, null, ("naam_moeder", "Hanna Test"));

        await intaker.Get($"/dossiers/{id}/identiteit");
        Assert.Equal("Niet gecontroleerd", Status(intaker));
    }

    [Theory]
    [InlineData("kind1_dag", "04-05-2023", true)]
    [InlineData("voeding", "beide", false)]
    public async Task A_child_is_to_be_checked_again_when_its_day_of_birth_is_corrected(string field, string value, bool again)
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(carer, id, ("kind1_dag", "03-05-2023"));
        await Identifying.Check(carer, id, "vergewist", person: "child-1");
        await Identifying.Check(carer, id, "vergewist");
        await carer.Get($"/dossiers/{id}/geboorte");

        Assert.Equal(HttpStatusCode.SeeOther, (await Birth.Register(carer, id, [.. field == "kind1_dag" ? [] : new[] { ("kind1_dag", "03-05-2023") }, (field, value), ("reden", "Stond er verkeerd")])).StatusCode);

        await carer.Get($"/dossiers/{id}/identiteit?van=child-1");
        Assert.StartsWith(again ? Again : "Vergewist", Status(carer), StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/identiteit");
        Assert.StartsWith("Vergewist", Status(carer), StringComparison.Ordinal);
    }

    private static string Status(Visitor visitor) => visitor.Page.QuerySelectorAll("dt").First(t => t.TextContent.Trim() == "Controle").NextElementSibling!.TextContent.Trim();
}
