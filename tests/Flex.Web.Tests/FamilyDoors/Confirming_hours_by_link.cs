using System.Net;
using Flex.Web.Tests.CareHours;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

/// <summary>The mother looks at her hours after coming in by her own link.</summary>
public sealed class Confirming_hours_by_link(TestCluster cluster)
{
    [Fact]
    public async Task She_says_that_it_is_right_or_not_and_it_is_hers()
    {
        await using var app = await App.Start(cluster);
        var (id, contact) = await WithHours(app, "niemand");
        using var mother = await Door.Enter(app, id);
        await mother.Get("/gezin");
        await mother.Get(mother.Page.QuerySelector("main a[href='/gezin/uren']")!.GetAttribute("href")!);
        Assert.Contains("14-05-2023 9:00 tot 12:00 Demo kraamverzorgende, 3 uur.", Door.Text(mother), StringComparison.Ordinal);
        await mother.Get($"/gezin/uren/{contact}");

        Assert.Equal("/gezin/uren", (await mother.Post($"/gezin/uren/{contact}", ("act", Guid.NewGuid().ToString()), ("uren_kloppen", "klopt-niet"), ("klopt_niet_want", "Zij ging eerder weg"))).Headers.Location?.OriginalString);

        Assert.Equal("f Zij ging eerder weg hand gezin", await app.Database.AsAdmin("select concat_ws(' ', a.agrees, a.because, i.way, e.role) from hours_answer a join family_invitation i on i.id = a.visit_id join journal.entry e on e.id = a.entry_id and e.act = 'HoursAnswered'"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'uren-betwist' and done_on is null"));
    }

    [Theory]
    [InlineData("partner")]
    [InlineData("onbekend")]
    public async Task Not_while_somebody_reads_along_or_nobody_knows(string reads)
    {
        await using var app = await App.Start(cluster);
        var (id, contact) = await WithHours(app, reads);
        using var mother = await Door.Enter(app, id);
        await mother.Get("/gezin");

        Assert.Null(mother.Page.QuerySelector("main a[href='/gezin/uren']"));
        Assert.Equal(HttpStatusCode.NotFound, (await mother.Get("/gezin/uren")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.Get($"/gezin/uren/{contact}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.Post($"/gezin/uren/{contact}", ("act", Guid.NewGuid().ToString()), ("uren_kloppen", "klopt"))).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from hours_answer"));
    }

    [Fact]
    public async Task Not_any_more_once_she_said_that_somebody_reads_along_and_never_for_the_other_parent()
    {
        await using var app = await App.Start(cluster);
        var (id, contact) = await WithHours(app, "niemand");
        using var mother = await Door.Enter(app, id);
        Assert.Equal(HttpStatusCode.OK, (await mother.Get($"/gezin/uren/{contact}")).StatusCode);
        await Says(app, "partner");
        Assert.Equal(HttpStatusCode.NotFound, (await mother.Get($"/gezin/uren/{contact}")).StatusCode);
        await Says(app, "niemand");
        using var other = await Door.Enter(app, id, "andere-ouder");

        Assert.Equal(HttpStatusCode.NotFound, (await other.Get("/gezin/uren")).StatusCode);
    }

    private static async Task<(Guid Id, Guid Contact)> WithHours(App app, string reads)
    {
        var (id, carer) = await Given.Family(app);
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");
        carer.Dispose();
        await Door.Say(app, id, "brief");
        await Says(app, reads);
        return (id, (Guid)(await app.Database.AsAdmin("select id from care_contact where dossier_id = $1", id))!);
    }

    private static Task Says(App app, string reads) => app.Database.AsAdmin($"set session_replication_role = replica; update safe_contact set reads_along = '{reads}'");
}
