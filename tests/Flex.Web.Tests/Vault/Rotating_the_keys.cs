using System.Net;
using Flex.Web.Data;
using Flex.Web.Data.Addresses;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Vault;

/// <summary>flex keys rotate while the site runs.</summary>
public sealed class Rotating_the_keys(TestCluster cluster)
{
    private static readonly string[] Sealed = ["account.factor", "account_passkey.sealed", "address_check.sealed", "draft.sealed", "outgoing_mail.sealed", "vault.bsn.lookup", "vault.dossier_key.wrapped"];

    [Fact]
    public async Task Leaves_nothing_in_the_database_that_opens_with_the_old_key()
    {
        await using var app = await App.Start(cluster);
        var id = await Everything(app);
        var old = Rotation.Copy(app);
        Assert.Equal(Sealed, await Rotation.Opens(app, old, FormFields.Bsn));

        Assert.True(await Rotation.Run(app) >= Sealed.Length);

        Assert.Equal([], await Rotation.Opens(app, old, FormFields.Bsn));
        Assert.Equal(Sealed, await Rotation.Opens(app, Rotation.Copy(app), FormFields.Bsn));
        Assert.DoesNotContain(Convert.ToBase64String(old.File.Keys[0].Master!), await File.ReadAllTextAsync(Rotation.FileOf(app)), StringComparison.Ordinal);
        Assert.True((long)(await app.Database.AsAdmin("select count(*) from journal.entry where act = 'KeysRotated' and actor = 'systeem:sleutels'"))! >= Sealed.Length);
        using var intaker = await app.Visit("intaker");
        Assert.Equal(HttpStatusCode.OK, (await intaker.Get($"/dossiers/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await intaker.Get($"/dossiers/{id}/historie")).StatusCode);
    }

    [Fact]
    public async Task Keeps_the_journal_whole_however_often()
    {
        await using var app = await App.Start(cluster);
        await Everything(app);
        await app.Database.SealAll();
        await Rotation.Run(app);
        await app.Database.Db().Write(3, new Random(1));
        await app.Database.SealAll();
        await Rotation.Run(app);
        await app.Database.Db().Write(3, new Random(2));

        await app.Database.SealAll();

        (await app.Database.Verify(Rotation.Copy(app))).AssertWhole();
        Assert.Equal(3L, await app.Database.AsAdmin("select count(distinct version) from journal.entry"));
    }

    [Fact]
    public async Task Keeps_readable_who_looked_before_it_and_by_what_right()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}");
        await app.Database.SealAll();
        await Rotation.Run(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        await Rotation.Run(app);
        using var town = await app.Visit("gemeente");
        await town.Get($"/dossiers/{id}");
        await app.Database.SealAll();

        var lines = await Log.Kept.Seen(app, id);

        Assert.Contains(lines, l => l.EndsWith("kraamverzorgende Bekeek uw gegevens. Deze organisatie geeft u zorg.", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.EndsWith("intaker Bekeek uw gegevens. Deze organisatie kijkt of u mee kunt doen en houdt uw dossier bij.", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.EndsWith("Dit mocht niet. Deze persoon zag niets van u.", StringComparison.Ordinal));
        var keys = Rotation.Copy(app);
        (await app.Database.Verify(keys)).AssertWhole();
        Assert.Equal([3, 2, 1], keys.All.Select(k => k.Version));
        Assert.Equal([false, true, true], keys.All.Select(k => k.Seals is null));
        var contexts = await Rotation.Contexts(app);
        Assert.Equal(["Demo gemeente 3", "Demo intaker 2", "Demo kraamverzorgende 1"], contexts.Where(c => c.Act is "DossierRead" or "Refused").Select(c => $"{EntryContext.Open(keys, c.Version, c.Context, c.Line)!.Name} {Entry.KeyOf(c.Version)}").Order(StringComparer.Ordinal));
        // No version reads what another sealed: which one is asked is what the line bears, under its HMAC.
        Assert.All(contexts, c => Assert.All(keys.All.Where(k => k.Version != Entry.KeyOf(c.Version)), k => Assert.Null(Seal.TryOpen(k.Contexts, c.Context, c.Line))));
    }

    [Fact]
    public async Task Finds_a_line_that_is_forged_with_the_old_key()
    {
        await using var app = await App.Start(cluster);
        await app.Database.SealAll();
        var old = Rotation.Copy(app);
        await Rotation.Run(app);
        var forged = new Entry { Id = Guid.NewGuid(), At = app.Clock.Now, Act = "Decided", Actor = new("x", "X", "intaker", "org"), Purpose = "p", EffectiveDay = app.Clock.Today };
        forged = forged with { Context = new EntryContext("X", null, null, "TREAT", null, "v").Close(old, forged.Version, forged.Id) };
        await app.Database.AsAdmin(
            "insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, outcome, context, mac) values ($1, $2, $3, $4, 'x', 'intaker', 'org', 'p', $5, 0, $6, $7)",
            forged.Id, forged.At, forged.Version, forged.Act, forged.EffectiveDay, forged.Context, forged.Mac(old));
        await app.Database.SealAll();

        var seen = await app.Database.Verify(Rotation.Copy(app));

        Assert.Equal((Broken.EntryChanged, (Guid?)forged.Id), (Assert.Single(seen.Findings).What, seen.Findings[0].Entry));
    }

    [Fact]
    public async Task Finds_a_double_application_by_its_number_at_every_moment()
    {
        await using var app = await App.Start(cluster);
        var stored = await Resembling.Stored(app, "verloskunde-elders", birth: new(1980, 1, 1), mother: "Iemand Anders", postcode: "6211AA", due: new(2023, 8, 1));
        await Resembling.Stored(app, "verloskunde-elders", bsn: null, mother: "Draft", due: new(2023, 7, 1));
        var found = new List<string?>();
        var moments = 0;

        await Rotation.Run(app, _ =>
        {
            moments++;
            found.Add(Look(app, stored).GetAwaiter().GetResult());
        });
        found.Add(await Look(app, stored));

        Assert.Equal(Enumerable.Repeat<string?>("zelfde-bsn", moments + 1), found);
        Assert.Equal(2, moments);
    }

    [Fact]
    public async Task Lets_people_apply_meanwhile_and_loses_none()
    {
        await using var app = await App.Start(cluster);
        for (var made = 0; made < 20; made++)
        {
            await Resembling.Stored(app, "org", bsn: null, mother: $"Moeder {made}", birth: new(1990, 1, 1 + made), due: new(2023, 9, 1 + made));
        }

        var done = new TaskCompletionSource();
        var applying = Task.WhenAll(Enumerable.Range(0, 2).Select(async who =>
        {
            var made = 0;
            while (!done.Task.IsCompleted || made == 0)
            {
                try
                {
                    await Resembling.Stored(app, "org", mother: "Wie", birth: new(1991, 1, 1), due: new(2023, 10, 1 + who));
                    made++;
                }
                catch (PostgresException refused) when (refused.SqlState == "FX007")
                {
                    // Told to try again, as a person is.
                }
            }

            return made;
        }));
        await Rotation.Run(app);
        await Rotation.Run(app);
        done.SetResult();
        var applied = (await applying).Sum();

        var now = Rotation.Copy(app);
        await using var admin = NpgsqlDataSource.Create(app.Database.AdminConnection);
        await using var command = admin.CreateCommand("select k.dossier_id, wrapped, coalesce(lookup = $1, true) from vault.dossier_key k left join vault.bsn b using (dossier_id)");
        command.Parameters.Add(new() { Value = now.Bsn(FormFields.Bsn) });
        var seen = 0;
        await using var row = await command.ExecuteReaderAsync();
        for (; await row.ReadAsync(); seen++)
        {
            DossierKey.Unwrap(now, row.GetGuid(0), row.GetFieldValue<byte[]>(1));
            Assert.True(row.GetBoolean(2));
        }

        Assert.Equal(20 + applied, seen);
    }

    [Fact]
    public async Task Refuses_work_that_began_before_the_keys_changed_and_goes_on_with_the_next()
    {
        await using var app = await App.Start(cluster);
        await using var late = await app.Db.Begin(Actor.System("test"), "test");
        await Rotation.Run(app);
        late.Journal(Act.WorkSet);

        var refused = await Assert.ThrowsAsync<PostgresException>(late.Save);

        Assert.Equal("FX007", refused.SqlState);
        Assert.Equal(503, DatabaseAway.StatusOf(refused));
        await app.Database.Db().Write(1, new Random(1));
    }

    // The database says no to an erasure with the same state; that is no reason to try again.
    [Theory]
    [InlineData(null, true)]
    [InlineData("erasure_past_term", false)]
    public void Is_told_apart_from_a_rule_that_says_no(string? constraint, bool away) =>
        Assert.Equal(away, DatabaseAway.Is(new PostgresException("no", "ERROR", "ERROR", "FX007", constraintName: constraint)));

    /// <summary>A row in each table that is sealed with a key of the installation.</summary>
    private static async Task<Guid> Everything(App app)
    {
        var id = await Resembling.Stored(app, "verloskunde-elders");
        await using var work = await app.Db.Begin(Actor.System("test"), "test");
        work.Journal(Act.AccountMade);
        var (account, draft) = (app.Clock.NewId(), app.Clock.NewId());
        work.Add("insert into account (id, organisation, role, name, mail, password, factor, stamp, entry_id) values ($1, 'o', 'intaker', 'N', 'n@o.example', 'x', $2, $1, $3)", account, work.Keys.Close(SealUse.Accounts, [1, 2], account), work.EntryId);
        work.Add("insert into account_passkey (credential, account_id, name, sealed, made_at, entry_id) values ($2, $1, 'sleutel', $3, $4, $5)", account, new byte[20], work.Keys.Close(SealUse.Accounts, [3], account), work.Clock.Now, work.EntryId);
        work.Add("insert into draft (id, owner, organisation, programme, kind, saved_at, sealed) values ($1, 'systeem:test', 'systeem', 'p', 'aanmelding', $2, $3)", draft, work.Clock.Now, work.Keys.Close(SealUse.Drafts, "{}"u8, draft));
        await work.Save();
        Assert.NotNull(await AddressCheck.Ask(app.Db, "iemand@praktijk.example", null, TestContext.Current.CancellationToken));
        return id;
    }

    private static async Task<string?> Look(App app, Guid resembles)
    {
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var form = Resembling.Form(FormFields.Bsn).With("kanaal", "aanmelder").With("act", Guid.NewGuid().ToString());
        var answer = await visitor.Post("/aanmelden", form.All);
        var made = Guid.Parse(answer.Headers.Location!.OriginalString["/dossiers/".Length..]);
        return (string?)await app.Database.AsAdmin("select why from resemblance where dossier_id = $1 and resembles = $2", made, resembles);
    }
}
