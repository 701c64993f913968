namespace Flex.Web.Data.Journal;

/// <summary>Seals every 200 ms while the application serves, and once more when it stops.</summary>
internal sealed partial class SealingService(Sealer sealer, TimeProvider clock, ILogger<SealingService> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private Finding? said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TrySeal(stoppingToken);
        using var timer = new PeriodicTimer(Beat, clock);
        while (await Next(timer, stoppingToken))
        {
            await TrySeal(stoppingToken);
        }

        await TrySeal(CancellationToken.None);
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // A database that is away for a moment must not end sealing for ever: say so and try at the next beat.
    private async Task TrySeal(CancellationToken stop)
    {
        try
        {
            await sealer.OpenSegments(stop);
            await sealer.SealOnce(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (failure is Npgsql.NpgsqlException or IOException or TimeoutException or InvalidOperationException)
        {
            SealingFailed(log, failure);
        }
        catch (JournalBrokenException broken)
        {
            // Said once, not five times a second. Serving goes on: the entries stay and can be sealed when someone has looked.
            if (!broken.Finding.Equals(said))
            {
                JournalBroken(log, broken.Message);
            }

            said = broken.Finding;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The journal was tampered with, nothing more is sealed until someone has looked (flex journal verify): {Finding}")]
    private static partial void JournalBroken(ILogger log, string finding);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sealing the journal failed; the next beat tries again")]
    private static partial void SealingFailed(ILogger log, Exception failure);
}
