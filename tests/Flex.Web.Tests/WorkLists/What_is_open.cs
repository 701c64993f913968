using System.Text.Json;
using Flex.Domain.Work;
using Flex.Web.Data.Access;
using Flex.Web.Tests.Support;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Routing.Template;

namespace Flex.Web.Tests.WorkLists;

/// <summary>No state of a dossier without somebody who owns it and a day by when: tried on every combination of states, not on the ones we thought of.</summary>
public sealed class What_is_open(TestCluster cluster)
{
    // Where a family can stand with one pillar: nobody decided; refused; waiting; offered a place; with a place; its place gone; with a request for an override that waits, was refused, or went back.
    private static readonly string[] PillarStates = ["niet-gevraagd", "onbeslist", "afgewezen", "wachtlijst", "aangeboden", "gereserveerd", "bevestigd", "vervallen", "vrijgegeven", "afgewezen+wacht", "toegelaten+wacht", "afgewezen+afgekeurd", "afgewezen+teruggegeven", "wachtlijst+teruggegeven", "toegelaten+teruggegeven"];

    // The second pillar goes through the ones that differ in what they leave open.
    private static readonly string[] SecondStates = ["niet-gevraagd", "onbeslist", "afgewezen", "wachtlijst", "bevestigd", "toegelaten+wacht"];

    // Every combination becomes a dossier; n counts them, so that its states can be read back from its number.
    private const string Combinations = """
        set session_replication_role = replica;
        create table state as
        select gen_random_uuid() as id, p1, p2, born, told, channel, doubt, checked, ended
        from unnest($P1) p1, unnest($P2) p2, unnest(array['nee', 'aangemeld', 'vastgelegd']) born, unnest(array[true, false]) told,
             unnest(array['bestand', 'aanmelder']) channel, unnest(array[true, false]) doubt, unnest(array['nee', 'gelijk', 'veranderd', 'beoordeeld']) checked, unnest(array[true, false]) ended
        where (p1 <> 'niet-gevraagd' or p2 <> 'niet-gevraagd') and not (ended and (doubt or told));
        insert into dossier (id, programme, organisation, opened_on, entry_id) select id, 'zuid-limburg-2021', 'o', '2023-01-01', id from state;
        insert into application (dossier_id, received_on, applicant, helpers, first_pregnancy, due_date, birth_date, pillars, channel, act_id, entry_id)
        select id, '2023-01-01', 'verloskundige', '0', 'ja', '2023-03-01', case when born = 'aangemeld' then date '2023-02-20' end,
               array_remove(array[case when p1 <> 'niet-gevraagd' then 1 end, case when p2 <> 'niet-gevraagd' then 2 end], null), channel, id, id from state;
        create table pillar_state as select id, 1 as pillar, p1 as s, told from state union all select id, 2, p2, told from state;
        insert into decision (id, dossier_id, pillar, outcome, proposal, decided_on, decided_by, reason, criteria_version, rule_version, facts, act_id, entry_id, from_file)
        select gen_random_uuid(), id, pillar, case when s like 'afgewezen%' then 'afgewezen' when s like 'wachtlijst%' or s = 'aangeboden' then 'wachtlijst' else 'toegelaten' end,
               'toelaten', '2023-01-05', 'x', 'r', 'v', '1', '', gen_random_uuid(), id, (select channel = 'bestand' from state where state.id = pillar_state.id) from pillar_state where s not in ('niet-gevraagd', 'onbeslist');
        insert into held_place (id, programme, pillar, dossier_id, state, held_on, until, ended_on, entry_id)
        select gen_random_uuid(), 'zuid-limburg-2021', pillar, id, split_part(replace(s, 'toegelaten', 'gereserveerd'), '+', 1), '2023-01-05', '2023-02-05', case when s in ('vervallen', 'vrijgegeven') then date '2023-02-05' end, id
        from pillar_state where s in ('aangeboden', 'gereserveerd', 'bevestigd', 'vervallen', 'vrijgegeven', 'toegelaten+wacht', 'toegelaten+teruggegeven');
        insert into override_request (id, dossier_id, pillar, replaces, outcome, reason, summary, facts, requested_on, requested_by, requester, paid_organisation, act_id, entry_id, state, judged_on, judged_by, judge, judged_organisation)
        select gen_random_uuid(), d.dossier_id, d.pillar, d.id, 'wachtlijst', 'r', 's', '', '2023-01-06', 'x', 'x', 'x', gen_random_uuid(), d.entry_id, j.state, case when j.state <> 'wacht' then date '2023-01-08' end, j.judge, j.judge, j.judge
        from decision d join pillar_state p on p.id = d.dossier_id and p.pillar = d.pillar cross join lateral (select split_part(p.s, '+', 2) as state, case when p.s not like '%+wacht' then 'y' end as judge) j where p.s like '%+%';
        insert into told (decision_id, dossier_id, told_on, told_by, how, act_id, entry_id)
        select d.id, d.dossier_id, '2023-01-06', 'x', 'telefoon', gen_random_uuid(), d.entry_id from decision d join pillar_state p on p.id = d.dossier_id and p.pillar = d.pillar where p.told;
        insert into birth (id, dossier_id, born_on, place, feeding, registered_on, registered_by, act_id, entry_id)
        select gen_random_uuid(), id, '2023-02-20', 'thuis', 'borst', '2023-02-21', 'x', gen_random_uuid(), id from state where born = 'vastgelegd';
        insert into resemblance (id, dossier_id, resembles, why, since, entry_id) select gen_random_uuid(), id, gen_random_uuid(), 'zelfde-bsn', '2023-01-01', id from state where doubt;
        insert into fact_check (id, dossier_id, occasion, checked_on, checked_by, changed, judged_on, judged_by, act_id, entry_id)
        select gen_random_uuid(), id, 'geboorte', '2023-02-25', 'x', case when checked = 'gelijk' then '{}' else array['verzekeraar'] end,
               case when checked = 'beoordeeld' then date '2023-02-26' end, case when checked = 'beoordeeld' then 'x' end, gen_random_uuid(), id from state where checked <> 'nee';
        insert into payer_line (id, dossier_id, contact_id, began, quarters, day, source, reason, not_insured, contribution_payer, cover_number, rule_version, decided_on, entry_id)
        select gen_random_uuid(), id, gen_random_uuid(), '2023-03-01', 1, '2023-03-01', 'niemand', 'niet-toegelaten', 'uren-op', 'geen-verzekerde-zorg', -1, 'v', '2023-03-01', id from state where p2 = 'bevestigd';
        insert into plan_request (id, dossier_id, programme, pillar, summary, requested_on, requested_by, requester, asked_organisation, paid_organisation, entry_id) select gen_random_uuid(), id, 'x', 2, 'x', '2023-03-01', 'x', 'x', 'x', 'x', id from state where p2 = 'bevestigd';
        insert into hours_answer (id, dossier_id, contact_id, visit_id, agrees, because, said_on, said_by, entry_id) select gen_random_uuid(), id, gen_random_uuid(), gen_random_uuid(), false, 'x', '2023-03-01', 'x', id from state where p1 = 'bevestigd';
        insert into shift_line (id, dossier_id, sender, number, contact_id, began, quarters, setting, caregiver, outcome, said_on, said_by, entry_id) select gen_random_uuid(), id, 'x', 'x', gen_random_uuid(), '2023-03-01', 4, 'thuis', 'x', 'verschil', '2023-03-01', 'x', id from state where p1 = 'bevestigd';
        insert into cover_asked (id, dossier_id, covered, billed_by, paid, pillar, said_on, said_by, entry_id) select gen_random_uuid(), id, 'nee', 'aanbieder', case when told then 100 end, 1, '2023-03-01', 'x', id from state where p1 = 'bevestigd';
        insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) select gen_random_uuid(), id, '2023-05-01', 'afgerond', 'x', gen_random_uuid(), id from state where ended
        """;

    private const string Open = """
        select json_build_object(
            'states', (select count(*) from state),
            'without', (select coalesce(json_agg(s), '[]') from state s where not s.ended and not exists (select from o where o.dossier_id = s.id)),
            'after_end', (select count(*) from state s join o on o.dossier_id = s.id where s.ended),
            'meanwhile', (select count(*) from state s join o on o.dossier_id = s.id where s.p1 like '%+teruggegeven' and (o.kind = 'afsluiten' and o.since <= '2023-05-15' and s.p1 not like 'toegelaten%' or o.kind = 'uitslag-vertellen' and o.part = 1)),
            'nobody', (select count(*) from state s where s.p1 like '%+teruggegeven' and not s.ended and (select count(*) from o where o.dossier_id = s.id and o.kind = 'afwijking-herzien' and o.part = 1 and o.since = '2023-01-08' and o.until = '2023-01-15') <> 1),
            'backward', (select count(*) from o where o.until < o.since or o.since is null or o.until is null),
            'twice', (select count(*) from (select from o group by dossier_id, kind, part having count(*) > 1) x),
            'owners', (select json_agg(distinct o.kind || ' ' || o.role order by o.kind || ' ' || o.role) from o))::text
        from (select) one
        """;

    [Fact]
    public async Task Has_exactly_one_owner_and_a_day_by_when_in_every_state_and_nothing_is_open_after_the_end()
    {
        await using var app = await App.Start(cluster);
        await app.Database.AsAdmin(Combinations.Replace("$P1", Array(PillarStates), StringComparison.Ordinal).Replace("$P2", Array(SecondStates), StringComparison.Ordinal));
        await app.Database.AsAdmin("analyze");
        await app.Database.AsAdmin(FormattableString.Invariant($"create table o as select * from open_work(array(select id from dossier), array[7, 2], 7, 6); create index on o (dossier_id); analyze o"));

        using var found = JsonDocument.Parse((string)(await app.Database.AsAdmin(Open))!);

        var root = found.RootElement;
        Assert.True(root.GetProperty("states").GetInt32() > 5_000);
        Assert.Equal("[]", root.GetProperty("without").GetRawText());
        Assert.Equal((0, 0, 0), (root.GetProperty("after_end").GetInt32(), root.GetProperty("backward").GetInt32(), root.GetProperty("twice").GetInt32()));
        Assert.Equal((0, 0), (root.GetProperty("meanwhile").GetInt32(), root.GetProperty("nobody").GetInt32()));
        var owners = root.GetProperty("owners").EnumerateArray().Select(o => o.GetString()!.Split(' ')).ToList();
        Assert.All(owners, o => Assert.Equal(WorkKinds.OwnerOf(WorkKinds.Parse(o[0])), o[1]));
        Assert.Equal(Enum.GetValues<WorkKind>().Except([WorkKind.MessageFailed]).Select(WorkKinds.CodeOf).Order(), owners.Select(o => o[0]).Order());
    }

    private static string Array(string[] states) => $"array['{string.Join("','", states)}']";

    [Fact]
    public async Task Leads_in_one_click_to_a_page_that_is_there()
    {
        await using var app = await App.Start(cluster);
        var routes = app.Routes.Select(r => r.RoutePattern.RawText!).Where(r => !r.StartsWith("{*", StringComparison.Ordinal)).Select(r => new TemplateMatcher(TemplateParser.Parse(r), [])).ToList();

        foreach (var path in Enum.GetValues<WorkKind>().Select(k => WorkWords.Href(k, Guid.NewGuid(), 1)).Append($"/werk/afwijking/{Guid.NewGuid()}").Append(WorkWords.WaitingList(1, "een-programma").Split('?')[0]))
        {
            Assert.True(routes.Any(r => r.TryMatch(path, [])), path);
        }
    }

    [Fact]
    public void Has_words_an_owner_and_a_page_for_every_kind()
    {
        foreach (var kind in Enum.GetValues<WorkKind>())
        {
            Assert.Equal(kind, WorkKinds.Parse(WorkKinds.CodeOf(kind)));
            Assert.NotNull(Roles.Find(WorkKinds.OwnerOf(kind)));
            Assert.StartsWith(WorkKinds.LabelOf(kind), WorkWords.What(kind, 1), StringComparison.Ordinal);
            Assert.StartsWith("/", WorkWords.Href(kind, Guid.Empty, 1), StringComparison.Ordinal);
        }
    }
}
