using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Keys;

/// <summary>
/// Replaces the master key while the site runs. Four steps, each known from the key file, so that a rotation that broke off goes on
/// where it was: the new version opens; it writes; everything is sealed and hashed anew; the old version keeps only what verifies.
/// Runs as the owner of the database, since the site itself may change nothing in the vault's keys. See docs/adr/0013-key-rotation.md.
/// </summary>
internal sealed class KeyRotation(Installation installation, ProgrammeClock clock, Action<string> batchDone)
{
    public const string Purpose = "sleutels vervangen";
    public static readonly Actor Keeper = Actor.System("sleutels");
    private const long OneRotation = 7_306_097_561;

    // Between looking at the file and the first statement lie milliseconds: who is there when the file changes is let through.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);
    private readonly KeyRing keys = installation.Keys;

    public static RefusedException WrongKey(string what) => new(
        $"{what} Het bestand keys/master.key is niet dat van deze database, of de oude sleutel ontbreekt erin. Zet het terug uit de reservekopie van de map keys en probeer het opnieuw. Er is niets weggegooid.");

    /// <summary>Rotates, or finishes what another began; answers how many rows were made anew.</summary>
    public async Task<long> Run(CancellationToken stop)
    {
        await using var source = NpgsqlDataSource.Create(installation.Connections.Owner);
        await using var alone = await source.OpenConnectionAsync(stop);
        await using var claim = new NpgsqlCommand("select pg_try_advisory_lock($1)", alone) { Parameters = { new() { Value = OneRotation } } };
        if (!(bool)(await claim.ExecuteScalarAsync(stop))!)
        {
            throw new RefusedException("De sleutels worden al vervangen door een ander proces. Wacht tot dat klaar is.");
        }

        keys.Refresh();
        await new KeyCheck(installation).Run(alone, stop);
        await Prepare(alone, stop);
        var changed = await Sweep(new(source, keys, clock), stop);
        await Retire(alone, stop);
        return changed;
    }

    // First every process must open with the new key, only then may one write with it.
    private async Task Prepare(NpgsqlConnection owner, CancellationToken stop)
    {
        if (keys.All.Count(k => k.Seals is not null) == 1)
        {
            var next = keys.All[0].Version + 1;
            if (next > Entry.LastKey)
            {
                throw new RefusedException($"De sleutels zijn {Entry.LastKey - 1} keer vervangen. Verder kan een regel van het journaal de versie van zijn sleutel niet noemen. Er is niets veranderd; vraag een nieuwe versie van dit programma.");
            }

            keys.Change(keys.File with { Epoch = keys.Epoch + 1, Keys = [.. keys.File.Keys, KeyFile.New().Keys[0] with { Version = next }] });
        }

        await Known(owner, stop);
        if (keys.Version != keys.All[0].Version)
        {
            keys.Change(keys.File with { Epoch = keys.Epoch + 1, Writes = keys.All[0].Version });
            await Known(owner, stop);
        }
    }

    private async Task<long> Sweep(FlexDb owner, CancellationToken stop)
    {
        var changed = 0L;
        for (var round = -1L; round != 0; changed += round)
        {
            round = 0;
            foreach (var column in SealedColumn.All)
            {
                round += await new Resealing(owner, column).Run(batchDone, stop);
            }

            round += await new Rehashing(owner).Run(batchDone, stop);
            await new RunningWork(installation.App).End(clock.Real, stop);
        }

        return changed;
    }

    private async Task Retire(NpgsqlConnection owner, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select pg_snapshot_xmax(pg_current_snapshot())", owner);
        var until = (ulong)(await command.ExecuteScalarAsync(stop))!;
        keys.Change(keys.File with { Epoch = keys.Epoch + 1, Keys = [.. keys.File.Keys.Select(k => k.Version == keys.Version || k.Master is null ? k : k.Retire(until))] });
        await Known(owner, stop);
    }

    // From here on the database refuses work that began with an older file; what began before is waited for.
    private async Task Known(NpgsqlConnection owner, CancellationToken stop)
    {
        await Task.Delay(Grace, clock.Real, stop);
        await using var command = new NpgsqlCommand("select setval('vault.key_epoch', greatest(last_value, $1)) from vault.key_epoch", owner) { Parameters = { new() { Value = keys.Epoch } } };
        await command.ExecuteNonQueryAsync(stop);
        await new RunningWork(installation.App).End(clock.Real, stop);
    }
}
