using System.Net;
using Flex.Web.Data;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.PlaceKeeping;

/// <summary>A child that is there, or care that was given, keeps a reserved place: it must never lapse under a family in care.</summary>
public sealed class A_place_in_use(TestCluster cluster)
{
    [Fact]
    public async Task Has_no_last_day_when_it_is_reserved_after_the_birth()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app, born: true);
        Assert.Equal("gereserveerd|", await app.Database.AsAdmin("select state || '|' || coalesce(until::text, '') from held_place"));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plaats/2");
        await Keeping_a_place.Step(coordinator, id, "vrijgeven", "Ziet ervan af", 2);

        await Keeping_a_place.Step(coordinator, id, "reserveren", pillar: 2);

        Assert.Equal("gereserveerd|", await app.Database.AsAdmin("select state || '|' || coalesce(until::text, '') from held_place where ended_on is null"));
    }

    [Fact]
    public async Task Has_no_last_day_when_an_approved_override_reserves_it_after_the_birth()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Maastricht").Born(new(2023, 5, 10)).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Deviate(intaker, id, 1, "toegelaten", "Een goede reden");
        var request = await app.Database.AsAdmin("select id from override_request");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");

        await judge.Post($"/werk/afwijking/{request}", ("oordeel", "goedkeuren"), ("reden", ""), ("act", Guid.NewGuid().ToString()));

        Assert.Equal("gereserveerd|", await app.Database.AsAdmin("select state || '|' || coalesce(until::text, '') from held_place"));
    }

    [Theory]
    [InlineData("insert into birth (id, dossier_id, born_on, place, feeding, registered_on, registered_by, act_id, entry_id) values (gen_random_uuid(), 'DOSSIER', '2023-05-10', 'thuis', 'borst', '2023-05-11', 'x', gen_random_uuid(), gen_random_uuid())")]
    [InlineData("insert into care_entry (id, dossier_id, pillar, day, quarters, caregiver, act_id, entry_id) values (gen_random_uuid(), 'DOSSIER', 2, '2023-05-12', 30, 'x', gen_random_uuid(), gen_random_uuid())")]
    public async Task Does_not_lapse_and_can_still_be_confirmed(string happened)
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app, born: false);
        await app.Database.AsAdmin("set session_replication_role = replica; update held_place set until = '2023-05-14'; " + happened.Replace("DOSSIER", id.ToString(), StringComparison.Ordinal));

        Assert.Equal(0, await LapsedPlaces.Lapse(app.Db, app.Library));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plaats/2");
        Assert.Equal(HttpStatusCode.SeeOther, (await Keeping_a_place.Step(coordinator, id, "bevestigen", pillar: 2)).StatusCode);

        Assert.Equal("bevestigd|1", await app.Database.AsAdmin("select concat_ws('|', state, (select taken from place where pillar = 2)) from held_place"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PlaceLapsed'"));
    }

    [Fact]
    public async Task In_another_pillar_keeps_only_that_one()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app, born: false);
        await app.Database.AsAdmin($"set session_replication_role = replica; update held_place set until = '2023-05-14'; insert into care_entry (id, dossier_id, pillar, day, quarters, caregiver, act_id, entry_id) values (gen_random_uuid(), '{id}', 1, '2023-05-12', 30, 'x', gen_random_uuid(), gen_random_uuid())");

        Assert.Equal(1, await LapsedPlaces.Lapse(app.Db, app.Library));
    }

    private static async Task<Guid> Admitted(App app, bool born)
    {
        var builder = new Builder(app).Dossier().For(2);
        var id = await (born ? builder.Born(new(2023, 5, 10)) : builder).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/2");
        Assert.Equal(HttpStatusCode.SeeOther, (await Taking_a_decision.Decide(intaker, id, 2, "toegelaten")).StatusCode);
        return id;
    }
}
