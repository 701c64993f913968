using System.Collections.Concurrent;
using System.Diagnostics;
using Flex.Domain.Dossiers;
using Flex.Domain.Places;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Features.Decisions;
using Flex.Web.Features.PlaceKeeping;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Decisions;

/// <summary>
/// 150 is never 151: 6,400 attempts a round over 64 connections, through the use cases themselves as flex_app, with families that
/// withdraw, places given back or whose time is over, requests that are cut off and forms sent again. 20 rounds; 500 in the long run,
/// another number with FLEX_ROUNDS.
/// </summary>
public sealed class Places_under_pressure(TestCluster cluster)
{
    private const int Attempts = 6_400;
    private const int Connections = 64;
    private const int Cap = 150;
    private const string Name = "places";
    private const int Families = 700;
    private const string SentTwice = "sent twice, stored once";
    private static readonly Actor Intaker = new("demo:intaker", "Demo intaker", "intaker", "geboortezorg-limburg");
    private static readonly string[] Happened =
        ["admitted", SentTwice, "cut off", "withdrawn", "lapsed", $"{PlaceStep.Release}", $"{PlaceStep.Confirm}", $"{Refusal.NoPlaceLeft}", $"{Refusal.AlreadyDecided}", $"{Refusal.DossierEnded}"];

    private readonly ConcurrentDictionary<string, int> told = new();
    private readonly ConcurrentBag<Guid> twice = [];
    private App app = null!;
    private FlexDb db = null!;
    private int backends;

    [Fact]
    public async Task Give_exactly_the_cap_lose_none_and_refuse_honestly()
    {
        await using var started = app = await App.Start(cluster);
        await using var pool = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(app.Database.Installation.Connections.App) { MaxPoolSize = Connections + 8, ApplicationName = Name }.ConnectionString);
        db = new FlexDb(pool, app.Database.Installation.Keys, app.Clock);
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("FLEX_ROUNDS"), out var asked) ? asked : Seed.Long ? 500 : 20;
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
        {
            await Round(round);
        }

        // As many workers as share a smaller pool would prove less than is said.
        Assert.InRange(backends, Connections, Connections + 8);
        Assert.Equal((long)twice.Count, await app.Database.AsAdmin("select count(*) from decision where act_id = any($1)", twice.ToArray()));
        // Nor is anything shown by a run in which nobody withdrew, nothing lapsed or nobody was refused.
        Assert.All(Happened, what => Assert.True(told.GetValueOrDefault(what) > 0, $"in {rounds} rounds it never happened: {what}"));
        Console.WriteLine($"Places: {rounds} rounds of {Attempts} attempts over {Connections} connections ({backends} backends seen), seed {Seed.OfRun}, {watch.Elapsed.TotalSeconds:0.0} s; {string.Join(", ", told.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key} {t.Value}"))}");
    }

    private async Task Round(int round)
    {
        var families = await Apply(round);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async worker =>
        {
            var dice = new Random(HashCode.Combine(Seed.OfRun, round, worker));
            for (var i = Interlocked.Increment(ref next); i < Attempts; i = Interlocked.Increment(ref next))
            {
                // Nothing is given back in the last third, while many still want one: then the cap is exactly reached.
                await Attempt(dice, families, calm: i > Attempts * 2 / 3);
            }
        }));

        backends = Math.Max(backends, await Count($"select count(*)::int from pg_stat_activity where datname = current_database() and application_name = '{Name}'"));
        var held = await Count("select count(*)::int from held_place where programme = 'zuid-limburg-2021' and pillar = 1 and state in ('aangeboden', 'gereserveerd', 'bevestigd')");
        Assert.Equal((Cap, Cap), (await Count("select taken from place where programme = 'zuid-limburg-2021' and pillar = 1"), held));
        Assert.Equal(0, await Count("select count(*)::int from held_place h where pillar = 1 and state in ('aangeboden', 'gereserveerd', 'bevestigd') and not exists (select from current_decision d where d.dossier_id = h.dossier_id and d.pillar = 1 and d.outcome = 'toegelaten')"));
        Assert.Equal(0, await Count("select count(*)::int from held_place h join dossier_end e on e.dossier_id = h.dossier_id where h.ended_on is null"));
        Assert.Equal(0, await Count("select count(*)::int from decision d where d.pillar = 1 and d.outcome = 'toegelaten' and not exists (select from held_place h where h.dossier_id = d.dossier_id and h.pillar = 1)"));
        Assert.Equal(0, await Count("select count(*)::int from (select d.id from decision d left join journal.entry e on e.id = d.entry_id and e.act = 'Decided' where e.id is null) x"));
        await EndAll();
        Assert.Equal(0, await Count("select taken from place where programme = 'zuid-limburg-2021' and pillar = 1"));
    }

    private async Task Attempt(Random dice, IReadOnlyList<Guid> families, bool calm)
    {
        var family = families[dice.Next(families.Count)];
        try
        {
            var what = calm ? 0 : dice.Next(100);
            await (what switch
            {
                < 80 => Decide(family, dice),
                < 86 => Keep(family, PlaceStep.Release),
                < 90 => Keep(family, PlaceStep.Confirm),
                < 93 => Keep(family, PlaceStep.ReserveAgain),
                < 97 => Withdraw(family),
                _ => TimePasses(family),
            });
        }
        catch (OperationCanceledException)
        {
            Tell("cut off");
        }
        catch (PostgresException gone) when (gone.ConstraintName is "dossier_ended_once" or "dossier_is_open")
        {
            Tell("withdrawn twice");
        }
    }

    private async Task Decide(Guid family, Random dice)
    {
        // One in twenty goes away while it waits; one in ten sends the same form twice at once.
        var form = new DecisionForm(app.Clock.NewId(), "toegelaten", null);
        using var stop = dice.Next(20) == 0 ? new CancellationTokenSource(TimeSpan.FromMilliseconds(dice.Next(12))) : new CancellationTokenSource();
        var answers = await Task.WhenAll(Enumerable.Range(0, dice.Next(10) == 0 ? 2 : 1).Select(_ => TakeDecision.Decide(db, app.Library, Intaker, (family, 1), form, stop.Token)));
        foreach (var answer in answers)
        {
            Assert.NotNull(answer);
            Assert.False(answer.Unsure);
            Assert.True(answer.Stored || answer.Refusal is Refusal.NoPlaceLeft or Refusal.AlreadyDecided or Refusal.DossierEnded, $"{answer.Refusal}");
            Tell(answer.Stored ? "admitted" : $"{answer.Refusal}");
        }

        if (answers is [{ Stored: true }, { Stored: true }])
        {
            twice.Add(form.Act);
            Tell(SentTwice);
        }
    }

    private async Task Keep(Guid family, PlaceStep step)
    {
        var answer = await KeepPlace.Do(db, app.Library, Intaker, (family, 1), new PlaceForm(app.Clock.NewId(), step, "Voor deze proef", ReleaseGround.Family), CancellationToken.None);
        Assert.True(answer is null or { Done: true } or { Said: not null }, "a step was neither done nor told why not");
        Tell(answer is { Done: true } ? $"{step}" : "not to be done");
    }

    private async Task Withdraw(Guid family)
    {
        await using var work = await db.Begin(Intaker, "einde");
        work.Journal(Act.DossierEnded, dossier: family);
        work.Add("insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values ($1, $2, $3, 'ingetrokken', 'Test', $1, $4)", work.Clock.NewId(), family, work.Clock.Today, work.EntryId);
        OpenWork.Refresh(work, app.Library.Programmes["zuid-limburg-2021"], family);
        await work.Save();
        Tell("withdrawn");
    }

    // The time of one place is over; the beat that runs in the background finds it, as any other.
    private async Task TimePasses(Guid family)
    {
        await using (var work = await db.Begin(Intaker, "test"))
        {
            work.Journal(Act.PlaceConfirmed);
            work.Add("update held_place set until = $2 where dossier_id = $1 and state = 'gereserveerd'", family, work.Clock.Today.AddDays(-1));
            await work.Save();
        }

        Tell("lapsed", await LapsedPlaces.Lapse(db, app.Library));
    }

    private async Task<List<Guid>> Apply(int round)
    {
        var national = app.Library.National;
        var states = national.Factors.Factors.Where(f => f.Kind != FactorKind.Protective && f.Parent is null).ToDictionary(f => f.Code, f => f.Code == "R1" ? FactorState.Present : FactorState.Absent);
        await using var work = await app.Db.Begin(Intaker, "aanmelden");
        work.Journal(Act.ApplicationReceived);
        var rows = Enumerable.Range(0, Families).Select(i => NewDossier.Open(
            new Application
            {
                ReceivedOn = new(2023, 5, 1), Applicant = "verloskundige", MotherName = $"Gezin {round} {i}", MotherBirthDate = new(1995, 3, 2), Municipality = "GM0917",
                Insurer = "CZ", InsurerConcern = "cz", Provider = "geboortezorg-limburg", DueDate = new(2023, 6, 20), FirstPregnancy = "ja", Helpers = "1", Pillars = [1],
                Vulnerability = new(states, [], ProtectiveJudgement.Insufficient, "Test", new(2023, 5, 1)),
            },
            national.Factors, work.Clock, entryId: work.EntryId)).ToList();
        DossierTables.Add(work, "zuid-limburg-2021", rows);
        await work.Save();
        return [.. rows.Select(r => r.Id)];
    }

    // Everything given back before the next round, as ends do it.
    private async Task EndAll()
    {
        await using var work = await app.Db.Begin(Intaker, "einde");
        work.Journal(Act.DossierEnded);
        work.Add("insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) select gen_random_uuid(), d.id, $1, 'ingetrokken', 'Test', gen_random_uuid(), $2 from dossier d where not exists (select from dossier_end e where e.dossier_id = d.id)", work.Clock.Today, work.EntryId);
        await work.Save();
    }

    private void Tell(string what, int times = 1) => told.AddOrUpdate(what, times, (_, known) => known + times);

    private async Task<int> Count(string sql) => (int)(await app.Database.AsAdmin(sql))!;
}
