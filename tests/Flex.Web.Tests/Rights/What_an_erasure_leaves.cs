using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Features.Decisions;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Journal;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Npgsql;

namespace Flex.Web.Tests.Rights;

/// <summary>A name that exists nowhere else goes into every text field of every form; afterwards it is looked for in everything that is stored.</summary>
public sealed class What_an_erasure_leaves(TestCluster cluster)
{
    private const string Canary = "Zwartkopgrasmus";

    // Not of a family: who is invited to an account, criteria that are tried, somebody who only proves an address, what was found in a period of the log.
    private static readonly string[] NoFamily =
        ["POST /beheer/accounts", "POST /beheer/proefberekening", "POST /diensten", "POST /maanden", "POST /maanden/open", "POST /beheer/post/{id:guid}/opnieuw", "POST /aanmelden/zonder-account", "POST /aanmelden/zonder-account/code", "POST /dossiers/{id:guid}/vernietigen/uitvoeren", "POST /beheer/toezicht"];

    public static TheoryData<string> Forms => [.. SentForms.All.Keys.Except(NoFamily).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Is_nothing_of_what_was_typed_in_a_form(string route)
    {
        var log = new StringWriter();
        await using var app = await App.Start(cluster, with: o => o with { Log = log });
        var form = SentForms.All[route];
        using var sender = await app.Visit(form.Persona);
        var (path, sent) = await form.Open(app, sender);
        await Type(sender, path, sent);
        await app.Database.AsAdmin($"set session_replication_role = replica; update mother set name = name || ' {Canary}', telephone = '{Canary}'");
        var before = await Everything(app);
        Assert.True(form.Shows || before.Any(Sings), "the canary is in what is stored before");

        await Destroying.Everything(app);

        Assert.Equal([], (await Everything(app)).Where(Sings));
        Assert.DoesNotContain(Canary, log.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("0", await app.Database.AsAdmin("select ((select count(*) from vault.dossier_key) + (select count(*) from stats.dossier) + (select coalesce(sum(taken), 0) from place))::text"));
        await app.Database.SealAll();
        (await app.Database.Verify()).AssertWhole();
    }

    // A table that comes later and is not reached is found here, with what stays and why.
    [Fact]
    public async Task Is_in_no_table_but_those_that_say_nothing_of_a_family()
    {
        await using var app = await App.Start(cluster);
        Assert.Equal(
            ["account", "account_invitation", "account_passkey", "account_recovery", "address_check", "closed_month", "draft", "erasure", "evaluation_rule", "log_purge", "log_review", "party", "place", "schema_migration", "sign_in", "sign_in_limit"],
            (await Column(app, """
                with recursive reached(oid) as (
                    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'vault')
                        where c.relname = 'dossier' or c.relname <> 'erasure' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'dossier_id' and not a.attisdropped)
                    union select f.conrelid from pg_constraint f join reached r on r.oid = f.confrelid where f.contype = 'f')
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('public', 'vault') and c.relkind in ('r', 'p') and c.oid not in (select oid from reached) order by c.relname collate "C"
                """)));
    }

    [Fact]
    public async Task Is_the_count_of_places_and_of_hours_and_a_chain_that_closes()
    {
        await using var app = await App.Start(cluster);
        var (gone, stays) = (await new Builder(app).Dossier().Of("Eva van Test").Save(), await new Builder(app).Dossier().Of("Ida van Test").Save());
        using var intaker = await app.Visit("intaker");
        foreach (var id in (Guid[])[gone, stays])
        {
            await intaker.Get($"/dossiers/{id}/besluit/1");
            await Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        }

        await app.Database.AsAdmin($"set session_replication_role = replica; insert into care_entry select gen_random_uuid(), '{gone}', 1, '2023-05-10', 8, 'Test', null, gen_random_uuid(), gen_random_uuid()");
        Assert.Equal("2 0", await Places(app));
        await Destroying.Grant(app, gone);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{gone}/vernietigen");

        await Destroying.CarryOut(coordinator, gone);

        Assert.StartsWith("1 ", await Places(app) as string, StringComparison.Ordinal);
        Assert.Equal("t", await app.Database.AsAdmin("select (erased_quarters = greatest(average_quarters - 8, 0))::text::char from place where pillar = 1 and programme = 'zuid-limburg-2021'"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
        await StoredWork.Matches(app);
        var output = new StringWriter();
        Assert.Equal(0, await Replay.Run(app.Db, app.Library, output, TestContext.Current.CancellationToken));
        Assert.Contains("1 besluiten en 1 beoordelingen nagerekend", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Vernietigde dossiers: 1.", output.ToString(), StringComparison.Ordinal);
        await app.Database.SealAll();
        (await app.Database.Verify()).AssertWhole();
    }

    [Fact]
    public async Task Is_no_second_dossier_of_the_same_family_and_no_draft_or_message_with_her_name()
    {
        await using var app = await App.Start(cluster);
        var (one, two, other) = (await new Builder(app).Dossier().Of("Eva van Test").Save(), await new Builder(app).Dossier().Of("Eva van Test").Save(), await new Builder(app).Dossier().Of("Ida van Test").Save());
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into dossier_end (id, dossier_id, ended_on, how, merged_into, ended_by, act_id, entry_id) values (gen_random_uuid(), '{two}', '2023-05-14', 'dubbel', '{one}', 'Test', gen_random_uuid(), gen_random_uuid())");
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set applicant_mail = 'eva@test.example' where dossier_id = '{one}'");
        using var midwife = await app.Visit("verloskundige");
        foreach (var name in (string[])["Eva van Test", "Ida van Test"])
        {
            await midwife.Get("/aanmelden");
            await midwife.Post("/aanmelden", [.. new FormFields().With("act", Guid.NewGuid().ToString()).With("naam_moeder", name).All, ("doe", "bewaren")]);
        }

        await using (var work = await app.Db.Begin(Actor.System("test"), "test", TestContext.Current.CancellationToken))
        {
            Outbox.Queue(work, Audience.Proof, new("eva@test.example", "Code", "123456"));
            Outbox.Queue(work, Audience.Proof, new("ida@test.example", "Code", "123456"));
            await work.Save();
        }

        Assert.Equal("2 2", await Loose(app));
        await Destroying.Grant(app, one);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{one}/vernietigen");

        Assert.Equal("/beheer/verzoeken", (await Destroying.CarryOut(coordinator, one)).Headers.Location?.OriginalString);

        Assert.Equal(other, await app.Database.AsAdmin("select id from dossier"));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from erasure"));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DossierErased' and dossier_id in ($1, $2)", one, two));
        Assert.Equal("1 1", await Loose(app));
    }

    [Fact]
    public async Task Is_everything_while_another_application_may_be_of_this_family()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");
        var made = await Resembling.Apply(app, FormFields.Bsn);
        await Destroying.Grant(app, made);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{made}/vernietigen");

        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await Destroying.CarryOut(coordinator, made)).StatusCode);

        Assert.Contains("Beoordeel eerst", coordinator.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    // As a program with the application's own rights would try it.
    [Theory]
    [InlineData("select erase_family(array(select id from dossier), current_date, 'verzoek', 'a', 'b', gen_random_uuid())", "42501")]
    [InlineData("select erase_rows('dossier', 'true', '{}')", "42501")]
    [InlineData("select erase_on_request(id, id, 'x', current_date, gen_random_uuid()) from (select gen_random_uuid() as id) x", "42501")]
    [InlineData("delete from mother", "42501")]
    public async Task Is_everything_when_nobody_granted_it(string sql, string state)
    {
        await using var app = await App.Start(cluster);
        await new Builder(app).Dossier().Save();
        await using var work = await app.Db.Begin(new("demo:coordinator", "Test", "coordinator", "demo"), "test", TestContext.Current.CancellationToken);
        work.Add(sql);

        Assert.Equal(state, (await Assert.ThrowsAsync<PostgresException>(() => work.Save())).SqlState);
    }

    private static async Task Type(Visitor sender, string path, IReadOnlyList<(string Name, string Value)> sent)
    {
        var texts = sender.Page.QuerySelectorAll($"main form[action='{path}']").SelectMany(f => f.QuerySelectorAll("textarea[name], input[name]"))
            .Where(e => e is IHtmlTextAreaElement || (e as IHtmlInputElement)?.Type is "text" or "tel" or "search").Select(e => e.GetAttribute("name")!).Where(n => n != "act").ToHashSet(StringComparer.Ordinal);
        var kept = sent.Where(s => !texts.Contains(s.Name)).ToList();
        HttpResponseMessage answer;
        var rounds = 0;
        do
        {
            answer = await sender.Post(path, [.. kept, .. texts.Select(t => (t, Canary))]);
            // What a field does not take it gets as it should be.
            foreach (var wrong in texts.Where(t => sender.Page.QuerySelector($"[id='{t}-fout'], [id$='-{t}-fout']") is not null).ToList())
            {
                texts.Remove(wrong);
                kept.AddRange(sent.Where(s => s.Name == wrong));
            }
        }
        while ((int)answer.StatusCode == 422 && ++rounds < 5);
        if ((int)answer.StatusCode == 200)
        {
            await sender.Post(path, SentForms.On(sender, path));
        }
    }

    private static bool Sings(string row) => row.Contains(Canary, StringComparison.OrdinalIgnoreCase) || row.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Canary)), StringComparison.Ordinal);

    // Rows as they are, and everything sealed that any key there is still opens.
    private static async Task<List<string>> Everything(App app)
    {
        var all = new List<string>([.. await StoredRows.Of(app.Database), .. await StoredRows.Bodies(app)]);
        await using var work = await app.Db.Begin(Actor.System("test"), "test");
        work.Add($"select {Draft.Columns} from draft where sealed is not null");
        work.Add("select id, sealed from outgoing_mail where dossier_id is null and length(sealed) > 0");
        work.Add("select context, version, id from journal.entry where context is not null");
        await using var row = await work.Read();
        all.AddRange((await Data.OpenDossier.Next(row, r => Draft.Read(r, work.Keys), default)).SelectMany(d => d.Fields.SelectMany(f => f.Value)));
        all.AddRange(await Data.OpenDossier.Next(row, r => Outbox.Open(work.Keys, null, r.GetFieldValue<byte[]>(1), r.GetGuid(0)).ToString(), default));
        all.AddRange(await Data.OpenDossier.Next(row, r => $"context {JsonSerializer.Serialize(EntryContext.Of(r, 0, work.Keys, r.GetGuid(2)), JournalJson.Options)}", default));
        return all;
    }

    private static async Task<IReadOnlyList<string>> Column(App app, string sql)
    {
        await using var admin = NpgsqlDataSource.Create(app.Database.AdminConnection);
        return await StoredRows.Column(admin, sql);
    }

    private static Task<object?> Places(App app) => app.Database.AsAdmin("select concat_ws(' ', taken, erased_quarters) from place where pillar = 1 and programme = 'zuid-limburg-2021'");

    private static Task<object?> Loose(App app) => app.Database.AsAdmin("select concat_ws(' ', (select count(*) from draft where sealed is not null and kind = 'aanmelding'), (select count(*) from outgoing_mail where length(sealed) > 0))");
}
