using Flex.Web.Data.Journal;
using Flex.Web.Data;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.WorkLists;
using Npgsql;

namespace Flex.Web.Tests.Decisions;

/// <summary>Places and ends as the database itself keeps them, whatever a use case forgets. The statements are those of somebody in a hurry.</summary>
public sealed class What_the_database_keeps(TestCluster cluster) : IAsyncLifetime
{
    private const string Programme = "zuid-limburg-2021";
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(cluster);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Counts_what_is_held_and_nothing_else()
    {
        var one = await Admitted("Telraam Een");
        var two = await Admitted("Telraam Twee");
        Assert.Equal(2, await Taken());
        await Do("update held_place set state = 'bevestigd', confirmed_on = held_on where dossier_id = $1", one);
        Assert.Equal(2, await Taken());
        await Do("update held_place set state = 'vervallen', ended_on = held_on where dossier_id = $1", two);
        Assert.Equal(1, await Taken());
    }

    [Fact]
    public async Task Takes_no_place_again_that_was_given_back()
    {
        var family = await Admitted("Terug Gegeven");
        await Do("update held_place set state = 'vrijgegeven', ended_on = held_on where dossier_id = $1", family);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Do("update held_place set state = 'bevestigd', ended_on = null where dossier_id = $1", family));
        Assert.Equal("FX004", refused.SqlState);
        Assert.Equal(0, await Taken());
    }

    [Fact]
    public async Task Lets_the_application_write_no_count()
    {
        await Admitted("Eigen Telling");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Do("update place set taken = 0 where programme = $1", Programme));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Equal(1, await Taken());
    }

    [Fact]
    public async Task Ends_a_family_s_place_messages_and_requests_in_one_act()
    {
        var family = await Admitted("Alles Tegelijk");
        await Do("insert into outgoing_mail (id, dossier_id, audience, sealed, queued_at, try_after) values (gen_random_uuid(), $1, 'aanmelder', '', $2, $2)", family, app.Clock.Now);
        await Do("""
            insert into override_request (id, dossier_id, pillar, replaces, outcome, reason, summary, facts, requested_on, requested_by, requester, paid_organisation, act_id, entry_id)
            select gen_random_uuid(), $1, 1, id, 'afgewezen', 'reden', 'samenvatting', '', decided_on, 'Test', 'test', 'test', gen_random_uuid(), entry_id from decision where dossier_id = $1
            """, family);
        await End(family);
        Assert.Equal("vrijgegeven|gestopt|ingetrokken", await app.Database.AsAdmin(
            "select concat_ws('|', (select state from held_place where dossier_id = $1), (select state from outgoing_mail where dossier_id = $1), (select state from override_request where dossier_id = $1))", family));
        Assert.Equal(0, await Taken());
    }

    [Fact]
    public async Task Returns_the_hours_that_were_not_used()
    {
        var family = await Admitted("Half Gebruikt", pillar: 2);
        await Do("insert into care_entry (id, dossier_id, pillar, day, quarters, caregiver, act_id, entry_id) values (gen_random_uuid(), $1, 2, '2023-05-10', 30, 'Test', gen_random_uuid(), gen_random_uuid())", family);
        await End(family);
        Assert.Equal("deels-teruggegeven|66", await app.Database.AsAdmin("select concat_ws('|', state, returned_quarters) from held_place where dossier_id = $1", family));
        Assert.Equal(0, await Taken(2));
    }

    private async Task<Guid> Admitted(string mother, int pillar = 1)
    {
        var family = await Families.Apply(app, mother, new(2023, 4, 1));
        await Families.Admit(app, family, pillar);
        return family;
    }

    private Task End(Guid family) => Do(
        "insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values (gen_random_uuid(), $1, '2023-05-15', 'ingetrokken', 'Test', gen_random_uuid(), gen_random_uuid())", family);

    private async Task<int> Taken(int pillar = 1) => (int)(await app.Database.AsAdmin("select taken from place where programme = $1 and pillar = $2", Programme, pillar))!;

    private async Task Do(string sql, params object[] values)
    {
        await using var work = await app.Db.Begin(new Actor("test", "Test", "coordinator", "geboortezorg-limburg"), "test");
        work.Journal(Act.PlaceReleased);
        work.Add(sql, values);
        await work.Save();
    }
}
