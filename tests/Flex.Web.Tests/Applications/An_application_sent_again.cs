using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Applications;

public sealed class An_application_sent_again(TestCluster cluster)
{
    private const string Stored = "select concat_ws(' ', (select count(*) from dossier), (select count(*) from resemblance))";

    [Theory]
    [InlineData("opmerking", "Belt toch liever wel.")]
    [InlineData("hulpverleners", "2")]
    [InlineData("R2", "aanwezig")]
    [InlineData("bsn", "")]
    public async Task With_other_content_comes_back_under_a_new_act_and_is_stored_when_meant(string field, string value)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var fields = new FormFields().With("bsn", FormFields.Bsn);
        var first = await visitor.Post("/aanmelden", fields.All);
        Assert.Equal(first.Headers.Location, (await visitor.Post("/aanmelden", fields.All)).Headers.Location);

        var changed = await visitor.Post("/aanmelden", fields.With(field, value).All);

        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Contains("Dit formulier was al verstuurd met andere inhoud. Wilt u dit ook vastleggen, verstuur het dan nog eens.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(visitor).ToList();
        Assert.Contains((field, value), typed);
        Assert.DoesNotContain(("act", fields.All.Single(f => f.Name == "act").Value), typed);
        Assert.Equal("1 0", await app.Database.AsAdmin(Stored));

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/aanmelden", typed)).StatusCode);
        Assert.Equal("2 1", await app.Database.AsAdmin(Stored));
    }
}
