using System.Diagnostics;
using System.Globalization;
using Flex.Domain.Trust;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Npgsql;
using NpgsqlTypes;

namespace Flex.Web.Data;

/// <summary>
/// One unit of work: commands collect in a batch, <see cref="Read"/> and <see cref="Save"/> send them in one round trip.
/// The first statement tells the database who acts; what is not saved is rolled back.
/// </summary>
internal sealed class Work : IAsyncDisposable
{
    private const string Identify = "select set_config('flex.actor', $1, true), set_config('flex.role', $2, true), set_config('flex.organisation', $3, true), set_config('flex.entry', $4, true), set_config('flex.day', $5, true), set_config('flex.instant', $6, true), vault.accept_keys($7)";

    /// <summary>Goes with the last statements; when one of those fails, the database skips what follows.</summary>
    internal const string Commit = "commit";

    private const string InsertEntry = "insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, outcome, context, mac) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly FlexDb db;
    private NpgsqlBatch batch;
    private readonly int epoch;
    private bool disposed;

    public Work(NpgsqlConnection connection, NpgsqlTransaction transaction, Actor actor, string purpose, FlexDb db)
    {
        (this.connection, this.transaction, this.db, Actor, Purpose) = (connection, transaction, db, actor, purpose);
        EntryId = db.Clock.NewId();
        epoch = db.Keys.Epoch;
        batch = new NpgsqlBatch(connection, transaction);
        As(actor);
    }

    public Actor Actor { get; }

    public string Purpose { get; }

    /// <summary>The identity of this unit's (first) journal entry, to which the rows it writes refer.</summary>
    public Guid EntryId { get; }

    // By which relations the family is reached that this unit opened.
    private IReadOnlyList<RelationKind>? Through { get; set; }

    public ProgrammeClock Clock => db.Clock;

    public KeyRing Keys => db.Keys;

    /// <summary>Adds a statement with positional values; null becomes NULL.</summary>
    public Work Add(string sql, params IEnumerable<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
        return this;
    }

    /// <summary>Lets what follows be asked as somebody else may see it; the journal goes on naming <see cref="Actor"/>, and so does the database after the same with that one.</summary>
    public Work As(Actor seer) => Add(
        Identify, seer.Id, seer.Role, seer.Organisation, EntryId.ToString(), db.Clock.Today.ToString("O", CultureInfo.InvariantCulture), db.Clock.Now.ToString("O", CultureInfo.InvariantCulture), epoch);

    /// <summary>Says by which relations the family was reached; those by which the role gets nothing gave it nothing. Stands in every line from here on.</summary>
    public void GivenBy(IReadOnlyList<RelationKind> relations) => Through = [.. relations.Intersect(AccessPolicy.KindsOf(Actor.Role))];

    /// <summary>Writes what is done in the journal, before the statements that do it.</summary>
    /// <param name="body">What was before and after, sealed under <paramref name="key"/>; null when the envelope says all.</param>
    public Guid Journal(Act act, DossierKey? key = null, object? body = null, DateOnly? effective = null, Guid? dossier = null, Guid[]? objects = null, Guid? id = null)
    {
        var entry = Line(act, id ?? EntryId, key, body, effective) with { Objects = objects };
        entry = dossier is null ? entry : entry with { DossierId = dossier };
        Add(InsertEntry, entry.Id, entry.At, entry.Version, entry.Act, Actor.Id, Actor.Role, Actor.Organisation, Purpose, entry.EffectiveDay,
            Optional(entry.DossierId, NpgsqlDbType.Uuid), Optional(entry.Objects, NpgsqlDbType.Uuid | NpgsqlDbType.Array), Optional(entry.Body, NpgsqlDbType.Bytea), (short)entry.Outcome, entry.Context, entry.Mac(Keys));
        return entry.Id;
    }

    /// <summary>Makes a line of this unit's journal without adding it; many lines go in at once with <see cref="Bulk.JournalLines"/>.</summary>
    public Entry Line(Act act, Guid id, DossierKey? key, object? body, DateOnly? effective = null)
    {
        var version = Entry.VersionBy(Keys.Version);
        return new()
        {
            Id = id,
            At = Clock.Now,
            Version = version,
            Act = act.ToString(),
            Actor = Actor,
            Purpose = Purpose,
            EffectiveDay = effective ?? Clock.Today,
            DossierId = key?.Dossier,
            Body = body is null ? null : (key ?? throw new ArgumentNullException(nameof(key))).Close(body, id),
            Outcome = ActKinds.ClassOf(act) == EventClass.Refusal ? Outcome.SeriousFailure : Outcome.Success,
            Context = Context(act).Close(Keys, version, id),
        };
    }

    private EntryContext Context(Act act) => new(
        Actor.Name, RequestOrigin.Address, Activity.Current?.TraceId.ToString(), ActKinds.UseOf(act), Through is null ? null : [.. Through.Select(RelationCodes.CodeOf)], AccessPolicy.Version);

    /// <summary>Sends what was collected and reads every row of each statement with its own function, in order of <see cref="Add"/>.</summary>
    public async Task<NpgsqlDataReader> Read(CancellationToken stop = default)
    {
        var sent = batch;
        batch = new NpgsqlBatch(connection, transaction);
        var reader = await sent.ExecuteReaderAsync(stop);
        return reader;
    }

    /// <summary>Sends what was collected; nothing is kept before <see cref="Save"/>.</summary>
    public async Task Send(CancellationToken stop = default)
    {
        if (batch.BatchCommands.Count > 0)
        {
            var sent = batch;
            batch = new NpgsqlBatch(connection, transaction);
            await sent.ExecuteNonQueryAsync(stop);
        }
    }

    /// <summary>Sends what was collected and commits, in one round trip. A commit is never cancelled: its outcome would be unknown.</summary>
    public async Task Save()
    {
        if (batch.BatchCommands.Count == 0)
        {
            await transaction.CommitAsync(CancellationToken.None);
            return;
        }

        Add(Commit);
        await Send(CancellationToken.None);
    }

    // Once only: the driver gives its transaction object to the next who gets the connection, and a second time would end that one's.
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        await batch.DisposeAsync();
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    public static NpgsqlParameter Optional(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
