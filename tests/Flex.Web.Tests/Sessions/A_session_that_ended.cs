using System.Net;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Sessions;

public sealed class A_session_that_ended(TestCluster cluster)
{
    [Fact]
    public async Task In_the_middle_of_a_form_loses_nothing_typed_but_the_BSN()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await SentTooLate(app);
        await Choose(visitor, "verloskundige");
        await visitor.Get("/inloggen/verder");
        Assert.Contains("Wat u invulde is er nog", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);

        var on = await visitor.Post("/inloggen/verder", A_database_that_goes_away.Typed(visitor));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/aanmelden"), (on.StatusCode, on.Headers.Location!.OriginalString));
        var shown = await visitor.Post("/aanmelden", A_database_that_goes_away.Typed(visitor));

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var typed = A_database_that_goes_away.Typed(visitor).ToList();
        Assert.All(new FormFields().All.Where(f => f.Value.Length > 0), f => Assert.Contains(f, typed));
        Assert.Contains(("bsn", ""), typed);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier"));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/aanmelden", typed)).StatusCode);
        Assert.Equal("1 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from draft where kind = 'verlopen' and sealed is not null))"));
    }

    [Fact]
    public async Task Gives_what_was_typed_to_nobody_else_at_the_same_computer()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await SentTooLate(app);
        await Choose(visitor, "jgz");

        var asked = await visitor.Get("/inloggen/verder");

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.DoesNotContain(FormFields.Mother, visitor.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_nothing_of_a_form_that_no_page_of_ours_made()
    {
        await using var app = await App.Start(cluster);
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("naam_moeder", FormFields.Mother)]);

        var answer = await stranger.PostAsync("/aanmelden", body);

        Assert.Equal("/inloggen", answer.Headers.Location!.AbsolutePath);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from draft"));
    }

    private static async Task<Visitor> SentTooLate(App app)
    {
        var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        visitor.Forget("flex-sessie");

        var answer = await visitor.Post("/aanmelden", new FormFields().With("bsn", FormFields.Bsn).All);

        Assert.Equal("/inloggen?terug=/inloggen/verder", answer.Headers.Location!.OriginalString);
        Assert.Equal("1 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from draft where kind = 'verlopen'), (select count(*) from dossier))"));
        return visitor;
    }

    private static async Task Choose(Visitor visitor, string persona)
    {
        await visitor.Get("/inloggen?terug=/inloggen/verder");
        var answer = await visitor.Post("/inloggen", ("persona", persona), ("terug", visitor.Page.QuerySelector("input[name=terug]")!.GetAttribute("value")!));
        Assert.Equal("/inloggen/verder", answer.Headers.Location!.OriginalString);
    }
}
