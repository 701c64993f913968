using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

/// <summary>It decides which rules hold: who applies for an own family does so today (15 May 2023), an intaker may look back.</summary>
public sealed class The_day_of_application(TestCluster cluster)
{
    private const string Day = "select string_agg(received_on::text, ' ') from application";

    [Fact]
    public async Task Is_today_for_an_applicant_and_not_on_the_form()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get("/aanmelden");
        Assert.Null(midwife.Page.QuerySelector("[name=ontvangen_op]"));

        await midwife.Post("/aanmelden", new FormFields().With("ontvangen_op").With("klopt").All);

        Assert.Equal("2023-05-15", await app.Database.AsAdmin(Day));
    }

    [Fact]
    public async Task Sent_by_an_applicant_all_the_same_is_asked_back_once()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get("/aanmelden");
        var form = new FormFields().With("klopt");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await midwife.Post("/aanmelden", form.All)).StatusCode);
        Assert.Contains("U meldt vandaag aan, maar hier staat een eerdere dag.", midwife.Page.QuerySelector("#ontvangen_op-fout")!.TextContent, StringComparison.Ordinal);
        var confirmed = midwife.Page.QuerySelector("#klopt-ontvangen_op")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await midwife.Post("/aanmelden", form.With("klopt", confirmed).All)).StatusCode);

        Assert.Equal("2023-05-12", await app.Database.AsAdmin(Day));
    }

    [Theory]
    [InlineData("verloskundige", "laat de intaker dit vastleggen", null)]
    [InlineData("intaker", "meer dan twee weken geleden", "2023-04-30")]
    public async Task Longer_ago_than_two_weeks_is_recorded_by_an_intaker_who_confirms_it(string persona, string says, string? stored)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit(persona);
        await visitor.Get("/aanmelden");
        var form = new FormFields().With("ontvangen_op", "30-04-2023").With("klopt").With("kanaal", "aanmelder");

        await visitor.Post("/aanmelden", form.All);
        Assert.Contains(says, visitor.Page.QuerySelector("#ontvangen_op-fout")!.TextContent, StringComparison.Ordinal);
        await visitor.Post("/aanmelden", form.With("klopt", "ontvangen_op=30-04-2023").All);

        Assert.Equal(stored ?? (object)DBNull.Value, await app.Database.AsAdmin(Day));
    }

    [Fact]
    public async Task Within_two_weeks_is_not_asked_of_an_intaker()
    {
        await using var app = await App.Start(cluster);
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/aanmelden");
        Assert.Equal("15-05-2023", intaker.Page.QuerySelector("#ontvangen_op")!.GetAttribute("value"));

        await intaker.Post("/aanmelden", new FormFields().With("ontvangen_op", "01-05-2023").With("klopt").With("kanaal", "aanmelder").All);

        Assert.Equal("2023-05-01", await app.Database.AsAdmin(Day));
    }

    [Fact]
    public async Task Of_a_form_without_it_that_is_sent_again_past_midnight_stays_one_application()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get("/aanmelden");
        var form = new FormFields().With("ontvangen_op").With("klopt").All.ToList();
        var first = await midwife.Post("/aanmelden", form);
        await app.Database.AsAdmin("set session_replication_role = replica; update application set received_on = '2023-05-14'");

        Assert.Equal(first.Headers.Location, (await midwife.Post("/aanmelden", form)).Headers.Location);
    }
}
