using System.Net;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Plans;

/// <summary>Nothing in the ledger goes below zero, whoever acts at the same moment: the pages see to it, and beneath them the database.</summary>
public sealed class Two_who_give_back_at_once(TestCluster cluster)
{
    private const int Rounds = 8;

    [Fact]
    public async Task Give_back_together_no_more_than_is_left()
    {
        await using var app = await App.Start(cluster);
        using var one = await app.Visit("coordinator");
        using var two = await app.Visit("kraamverzorgende");
        for (var round = 0; round < Rounds; round++)
        {
            var id = await Planned.WithPlan(app);
            await one.Get($"/dossiers/{id}/plan/boeking");
            await two.Get($"/dossiers/{id}/plan/boeking");
            Assert.Equal(HttpStatusCode.SeeOther, await Planned.Book(one, id, "reserveren", "10"));

            var answers = await Task.WhenAll(Planned.Book(one, id, "teruggeven", "8"), Planned.Book(two, id, "teruggeven", "8"));

            Assert.Single(answers, HttpStatusCode.SeeOther);
            Assert.Contains(answers, a => a is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict);
            Assert.Equal(8L, await app.Database.AsAdmin("select (sum(case kind when 'reserveren' then quarters else -quarters end)) from hours_booking where dossier_id = $1", id));
        }
    }

    // Past every page: two connections that both looked before either wrote.
    [Fact]
    public async Task Are_held_by_the_database_too()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.WithPlan(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/boeking");
        Assert.Equal(HttpStatusCode.SeeOther, await Planned.Book(coordinator, id, "reserveren", "10"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Write(app, id)));

        Assert.Single(outcomes, (string?)null);
        Assert.Equal(3, outcomes.Count(o => o == "hours_never_below_zero"));
    }

    [Fact]
    public async Task A_plan_of_less_than_was_given_is_refused_by_the_database()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.Admitted(app);
        await Planned.Give(app, id, 20);
        await using var work = await app.Db.Begin(Actor.System("proef"), "proef");
        work.Journal(Act.PlanMade, dossier: id);
        work.Add("insert into care_plan (id, dossier_id, pillar, question, parts, quarters, said_on, said_by, entry_id) values (gen_random_uuid(), $1, 2, 'x', '[]', 19, '2023-05-15', 'x', $2)", id, work.EntryId);

        Assert.Equal("hours_never_below_zero", (await Assert.ThrowsAsync<PostgresException>(work.Save)).ConstraintName);
    }

    private static async Task<string?> Write(App app, Guid id)
    {
        await using var work = await app.Db.Begin(Actor.System("proef"), "proef");
        // A line that names no family takes no lock: what holds is the trigger alone.
        work.Journal(Act.HoursBooked);
        await work.Send();
        work.Add("insert into hours_booking (id, dossier_id, pillar, kind, quarters, said_on, said_by, entry_id) values (gen_random_uuid(), $1, 2, 'teruggeven', 32, '2023-05-15', 'x', $2)", id, work.EntryId);
        try
        {
            await work.Save();
            return null;
        }
        catch (PostgresException error)
        {
            return error.ConstraintName ?? error.MessageText;
        }
    }
}
