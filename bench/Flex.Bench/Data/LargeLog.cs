using System.Globalization;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Log;
using Npgsql;

namespace Flex.Bench.Data;

/// <summary>Two years of looks by three hundred people, a tenth of them lists of 25 families, and among them the lines of one family; and a connection of its own that asks for those as they stand.</summary>
internal sealed class LargeLog(Database database, Actor coordinator, Guid family, NpgsqlConnection bare) : IAsyncDisposable
{
    public const int Lines = 300;

    /// <summary>What is alike on a day is one line of the page.</summary>
    public const int Groups = 100;

    private const int Weeks = 104;
    private const string Look = "insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, outcome, context, mac) values ($1, now(), 2, 'FamilyLogRead', 'bench', 'coordinator', 'bench', 'bench', '2023-05-15', $2, 0, $3, $4)";
    private static readonly byte[] Context = new byte[220];
    private static readonly byte[] Mac = new byte[32];

    public static LogPeriod Period { get; } = new(new(2000, 1, 1), ProgrammeClock.DayOf(TimeProvider.System.GetUtcNow()));

    public Actor Coordinator => coordinator;

    public Guid Family => family;

    public static async Task<LargeLog> Make(Database database, int lines)
    {
        await database.AsAdmin($"select count(journal.open_segment(d::date)) from generate_series(now() - interval '{Weeks + 6} weeks', now(), interval '1 week') d");
        await database.AsAdmin(Others(lines));
        var found = ((string)(await database.AsAdmin("select dossier_id || '|' || organisation from relation where kind = 'intake' order by dossier_id limit 1"))!).Split('|');
        var (family, organisation) = (Guid.Parse(found[0]), found[1]);
        await Own(database, family, organisation);
        await database.AsAdmin("vacuum (analyze) journal.entry");
        var coordinator = new Actor("bench:0", "Verzonnen", Roles.Coordinator, organisation);
        var bare = await database.Installation.App.OpenConnectionAsync();
        await using var become = new NpgsqlCommand("select set_config('flex.actor', $1, false), set_config('flex.role', $2, false), set_config('flex.organisation', $3, false), set_config('flex.day', $4, false), set_config('flex.instant', $5, false)", bare);
        foreach (var value in (string[])[coordinator.Id, coordinator.Role, organisation, database.Clock.Today.ToString("O", CultureInfo.InvariantCulture), database.Clock.Now.ToString("O", CultureInfo.InvariantCulture)])
        {
            become.Parameters.Add(new() { Value = value });
        }

        await become.ExecuteNonQueryAsync();
        return new(database, coordinator, family, bare);
    }

    /// <summary>The same query on one connection, with nothing around it but what reading the page must write too.</summary>
    public async Task Bare(bool lookLogged)
    {
        await using var transaction = await bare.BeginTransactionAsync();
        await using var query = new NpgsqlCommand(FamilyLog.Query, bare);
        foreach (var value in (object[])[family, Period.From, Period.Until, database.Clock.Now, HistoryKey.Oldest.At, HistoryKey.Oldest.Id])
        {
            query.Parameters.Add(new() { Value = value });
        }

        var seen = 0;
        await using (var row = await query.ExecuteReaderAsync())
        {
            for (; await row.ReadAsync(); seen++)
            {
                row.GetString(2);
            }
        }

        _ = seen >= Groups ? 0 : throw new InvalidOperationException($"The bare query found {seen}.");
        if (lookLogged)
        {
            await using var line = new NpgsqlCommand(Look, bare) { Parameters = { new() { Value = Guid.CreateVersion7() }, new() { Value = family }, new() { Value = Context }, new() { Value = Mac } } };
            await line.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    /// <summary>Takes away the lines that reading the log itself made, so that every round reads as many.</summary>
    public Task Forget() => database.AsAdmin($"set session_replication_role = replica; delete from journal.entry where dossier_id = '{family}' and act = 'FamilyLogRead'");

    public ValueTask DisposeAsync() => bare.DisposeAsync();

    // As the superuser and past the triggers: how they came in is not what is measured here.
    private static string Others(int lines) => $"""
        set session_replication_role = replica;
        insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, outcome, context, mac)
        select gen_random_uuid(), now() - interval '{Weeks} weeks' + n * (interval '{Weeks} weeks' / {lines}), 2, case when n % 10 = 0 then 'ListRead' else 'DossierRead' end,
            'bench:' || n % 300, 'intaker', 'bench-' || n % 40, 'beoordelen', '2023-05-15',
            case when n % 10 > 0 then md5((n % 5000)::text)::uuid end,
            case when n % 10 = 0 then array(select md5(((n * 7 + f) % 5000)::text)::uuid from generate_series(1, 25) f) end, 0, decode(repeat(md5(n::text), 14), 'hex'), sha256(n::text::bytea)
        from generate_series(1, {lines}) n
        """;

    private static async Task Own(Database database, Guid family, string organisation)
    {
        await using var work = await database.Db.Begin(new("bench:1", "Verzonnen", Roles.Intaker, organisation), "beoordelen");
        work.GivenBy([RelationKind.Intake]);
        JournalLines.Add(work, [.. Enumerable.Range(0, Lines).Select(n => work.Line(Act.DossierRead, database.Clock.NewId(), null, null) with
        {
            DossierId = family,
            At = database.Clock.Now.AddDays(-7 * (Weeks - (n % Groups))).AddMinutes(-(n / Groups)),
        })]);
        await work.Save();
        // A third of what she sees is lists with her in it.
        await database.AsAdmin($"set session_replication_role = replica; update journal.entry set act = 'ListRead', dossier_id = null, objects = array[dossier_id, gen_random_uuid()] where dossier_id = '{family}' and act = 'DossierRead' and extract(doy from at)::int % 3 = 0");
    }
}
