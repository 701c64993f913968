using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

/// <summary>Unlikely is not wrong: it is asked once, and taken when somebody says that it is so.</summary>
public sealed class A_doubtful_application(TestCluster cluster)
{
    [Theory]
    [InlineData("geboortedatum_moeder", "01-05-2012", "11 jaar")]
    [InlineData("geboortedatum_moeder", "01-05-1962", "61 jaar")]
    [InlineData("uitgerekend", "12-05-2024", "De aanvraag is van 12-05-2023; deze datum ligt te ver daarna.")]
    [InlineData("uitgerekend", "20-03-2023", "zes weken voorbij")]
    [InlineData("geboren_op", "01-02-2022", "meer dan een jaar")]
    public async Task Is_asked_about_and_not_refused(string field, string value, string question)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var form = new FormFields().With(field, value);
        form = value == "01-05-2012" ? form.With("gezag", "ouders").With("beslist_mee", "ouders") : form;

        var asked = await visitor.Post("/aanmelden", form.All);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal(["#" + field], visitor.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")));
        Assert.Contains(question, visitor.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        var box = visitor.Page.QuerySelector($"#klopt-{field}")!;
        Assert.False(box.HasAttribute("checked"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier"));

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/aanmelden", form.With("klopt", box.GetAttribute("value")!, FormFields.DayConfirmed).All)).StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    [Fact]
    public async Task Is_asked_again_when_the_answer_became_another_one_and_keeps_the_tick_when_it_did_not()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var form = new FormFields().With("klopt", "geboortedatum_moeder=01-05-1962", FormFields.DayConfirmed);

        await visitor.Post("/aanmelden", form.With("geboortedatum_moeder", "01-05-1961").All);
        Assert.NotNull(visitor.Page.QuerySelector("#klopt-geboortedatum_moeder:not([checked])"));

        await visitor.Post("/aanmelden", form.With("geboortedatum_moeder", "01-05-1962").With("naam_moeder", "").All);
        Assert.Equal(["#naam_moeder"], visitor.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(visitor.Page.QuerySelector("#klopt-geboortedatum_moeder[checked]"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier"));
    }
}
