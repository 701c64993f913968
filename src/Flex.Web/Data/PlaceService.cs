using Flex.Web.Data.Programmes;

namespace Flex.Web.Data;

/// <summary>Looks every minute, and at the start, whether the time of a place is over on the day of the programme, and whether a text is no longer needed.</summary>
internal sealed partial class PlaceService(FlexDb db, ProgrammeLibrary library, TimeProvider clock, ILogger<PlaceService> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            do
            {
                await TryLapse(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    // A database that is away for a moment must not end this for ever.
    private async Task TryLapse(CancellationToken stop)
    {
        try
        {
            await LapsedPlaces.Lapse(db, library, stop);
            await OldTexts.Empty(db, stop);
        }
        catch (Exception failure) when (failure is Npgsql.NpgsqlException or IOException or TimeoutException or InvalidOperationException)
        {
            LapsingFailed(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Letting places lapse and emptying old texts failed; the next beat tries again")]
    private static partial void LapsingFailed(ILogger log, Exception failure);
}
