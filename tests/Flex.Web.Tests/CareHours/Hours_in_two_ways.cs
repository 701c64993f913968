using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

/// <summary>Hours with times and hours without: each counts once, in one of the two.</summary>
public sealed class Hours_in_two_ways(TestCluster cluster)
{
    private const string Counted = "select concat_ws(' ', used_quarters($1, 1), (select quarters from care_sums($1) where pillar = 1), (select sum(quarters) from stats.care where dossier_id = $1 and pillar = 1), place_in_use($1, 1))";

    [Fact]
    public async Task Both_count_for_the_pillar_and_stand_on_the_dossier()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Given.Indicate(app, id, "49");
        await Registering_hours.Register(carer, id, day: "12-05-2023", hours: "2");
        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Register(carer, id, "14-05-2023", "9:00", "12:00")).StatusCode);

        Assert.Equal("20 20 20 t", await app.Database.AsAdmin(Counted, id));
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Pijler 1: 5 uur samen, van 12-05-2023 tot en met 14-05-2023. Daarvan 3 uur met tijden.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        var contact = await Given.Contact(app, "2023-05-14");
        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Correct(carer, id, contact, "14-05-2023", "9:00", "12:00", ("terug", "ja"))).StatusCode);
        Assert.Equal("8 8 8 t", await app.Database.AsAdmin(Counted, id));
        carer.Dispose();
    }

    [Fact]
    public async Task With_times_on_a_day_that_has_hours_without_are_asked_about_first()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Registering_hours.Register(carer, id, day: "14-05-2023", hours: "2");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Given.Register(carer, id, "14-05-2023", "9:00", "12:00")).StatusCode);
        Assert.Contains("Op 14-05-2023 staan al 2 uur zonder tijden", carer.Page.QuerySelector("#zeker-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_contact"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Register(carer, id, "14-05-2023", "9:00", "12:00", ("zeker", "ja"))).StatusCode);

        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from care_contact"));
        carer.Dispose();
    }

    [Fact]
    public async Task Without_times_on_a_day_that_has_them_are_refused_and_sent_twice_still_count_once()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        var act = Guid.CreateVersion7();
        await Registering_hours.Register(carer, id, day: "14-05-2023", hours: "2", act: act);
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00", ("zeker", "ja"));
        await carer.Get($"/dossiers/{id}/uren");
        Assert.NotNull(carer.Page.QuerySelector($"main a[href='/dossiers/{id}/zorg/contact']"));

        Assert.Equal($"/dossiers/{id}", (await Registering_hours.Register(carer, id, day: "14-05-2023", hours: "2", act: act)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Registering_hours.Register(carer, id, day: "14-05-2023", hours: "1")).StatusCode);
        Assert.Contains("hebt u al zorg met tijden vastgelegd", carer.Page.QuerySelector("#dag-fout")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from care_entry"));
        carer.Dispose();
    }
}
