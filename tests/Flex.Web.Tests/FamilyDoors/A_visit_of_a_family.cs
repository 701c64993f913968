using System.Net;
using Flex.Web.Data.Families;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

public sealed class A_visit_of_a_family(TestCluster cluster)
{
    [Fact]
    public async Task Is_over_on_the_server_once_it_is_closed_whoever_copied_the_cookie()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var mother = await Door.Enter(app, id);
        var cookie = mother.Cookie("flex-gezin")!;
        await mother.Get("/gezin");

        Assert.Equal(Door.Closed, (await mother.Post("/gezin/sluiten")).Headers.Location?.OriginalString);

        using var thief = await app.Visit();
        thief.Steal("flex-gezin", cookie);
        Assert.Equal(Door.Closed, Where(await thief.Get("/gezin")));
        Assert.Equal("FamilyInvited,FamilyEntered,DossierRead,DossierRead,FamilyLeft", Sorted(await Door.Acts(app, id)));
    }

    [Fact]
    public async Task Ends_after_ten_minutes_without_a_request_and_after_an_hour_with_them()
    {
        var time = Person.Clock();
        await using var app = await App.Start(cluster, time: time);
        var id = await Door.Family(app);
        using var idle = await Door.Enter(app, id);
        time.Now += FamilySession.Idle - TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.OK, (await idle.Get("/gezin")).StatusCode);
        time.Now += FamilySession.Idle;
        Assert.Equal(Door.Closed, Where(await idle.Get("/gezin")));

        using var busy = await Door.Enter(app, id);
        for (var gone = TimeSpan.Zero; gone < FamilySession.Longest - TimeSpan.FromMinutes(9); gone += TimeSpan.FromMinutes(9))
        {
            time.Now += TimeSpan.FromMinutes(9);
            Assert.Equal(HttpStatusCode.OK, (await busy.Get("/gezin")).StatusCode);
        }

        time.Now += TimeSpan.FromMinutes(9);
        Assert.Equal(Door.Closed, Where(await busy.Get("/gezin")));
    }

    [Fact]
    public async Task Reaches_no_page_of_a_professional_and_no_professional_reaches_hers()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var mother = await Door.Enter(app, id);
        foreach (var path in new[] { "/dossiers", $"/dossiers/{id}", $"/dossiers/{id}/historie", "/zoeken", "/werk", "/cijfers", "/account", $"/dossiers/{id}/vragenlijst/start", "/api/v1/session" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await mother.Get(path)).StatusCode);
        }

        foreach (var role in Data.Access.Roles.All)
        {
            using var visitor = await app.Visit(role.Code);
            Assert.Equal(Door.Closed, Where(await visitor.Get("/gezin")));
        }
    }

    [Fact]
    public async Task Does_not_begin_where_a_professional_is_signed_in_and_ends_where_one_signs_in()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        var (link, code) = await Door.Invite(app, id);
        using var carer = await app.Visit("kraamverzorgende");
        Assert.Equal(HttpStatusCode.Conflict, (await carer.Get(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await carer.Post(link, ("gezin_code", code))).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from family_session"));

        using var browser = await Door.Enter(app, id);
        await browser.Get("/inloggen");
        await browser.Post("/inloggen", ("persona", "kraamverzorgende"));

        Assert.Null(browser.Cookie("flex-gezin"));
        Assert.Equal(Door.Closed, Where(await browser.Get("/gezin")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ends_at_once_when_the_link_is_withdrawn(bool used)
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        var (link, code) = await Door.Invite(app, id);
        using var mother = await app.Visit();
        await mother.Get(link);
        if (used)
        {
            await mother.Post(link, ("gezin_code", code));
        }

        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/gezin");
        var open = (await app.Database.AsAdmin("select id::text from family_invitation"))!;
        Assert.NotNull(carer.Page.QuerySelector($"input[name=link][value='{open}']"));
        Assert.Equal(HttpStatusCode.SeeOther, (await carer.Post($"/dossiers/{id}/gezin/intrekken", ("link", (string)open))).StatusCode);

        await carer.Get($"/dossiers/{id}/gezin");
        Assert.Contains("De link is ingetrokken.", Door.Text(carer), StringComparison.Ordinal);
        Assert.Contains("ingetrokken door Demo kraamverzorgende", Door.Text(carer), StringComparison.Ordinal);
        Assert.Null(carer.Page.QuerySelector("input[name=link]"));
        Assert.Equal(used ? Door.Closed : null, Where(await mother.Get("/gezin")) is var where && used ? where : null);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.Post(link, ("gezin_code", code))).StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'FamilyInvitationEnded' and dossier_id = $1", id));
    }

    [Fact]
    public async Task Of_two_families_each_shows_its_own()
    {
        await using var app = await App.Start(cluster);
        var (mine, other) = (await Door.Family(app), await Door.Family(app, name: "Bea de Tweede"));
        using var anna = await Door.Enter(app, mine);
        using var bea = await Door.Enter(app, other);
        await anna.Get("/gezin/vragenlijst/start");
        await Door.Fill(anna, "start", ("werk", "bijstand"));

        await bea.Get("/gezin");
        Assert.Contains("Vragenlijst bij de start Deze lijst kunt u nu invullen.", Door.Text(bea), StringComparison.Ordinal);
        Assert.Equal(mine, await app.Database.AsAdmin("select dossier_id from response"));
        Assert.Equal("FamilyInvited,FamilyEntered,DossierRead", await Door.Acts(app, other));
    }

    [Fact]
    public async Task Ends_with_the_dossier_and_while_its_use_is_restricted()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var mother = await Door.Enter(app, id);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/beperken");
        await intaker.Post($"/dossiers/{id}/beperken", ("naam_verzoeker", "Anna"), ("beperkt_om", "bezwaar"));
        Assert.Equal(Door.Closed, Where(await mother.Get("/gezin")));
        await intaker.Get($"/dossiers/{id}/beperken");
        await intaker.Post($"/dossiers/{id}/beperken/opheffen", ("reden", "Het is nagegaan"));
        Assert.Equal(HttpStatusCode.OK, (await mother.Get("/gezin")).StatusCode);

        await intaker.Get($"/dossiers/{id}/einde");
        await Ends.Ending_a_dossier.End(intaker, id, "verhuisd");

        Assert.Equal(Door.Closed, Where(await mother.Get("/gezin")));
        Assert.Equal("het dossier is afgesloten", await app.Database.AsAdmin("select ended_because from family_invitation"));
    }

    internal static string? Where(HttpResponseMessage answer) => answer.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString) : null;

    // Lines of one instant stand in any order.
    private static string Sorted(object? acts) => acts is string text && text.EndsWith("FamilyLeft,DossierRead", StringComparison.Ordinal) ? text[..^"FamilyLeft,DossierRead".Length] + "DossierRead,FamilyLeft" : acts as string ?? "";
}
