namespace Flex.Web.Data.Mail;

/// <summary>Looks every few seconds whether a message waits, while the application serves and a mail server is set.</summary>
internal sealed partial class MailService(MailRound round, MailSettings settings, TimeProvider clock, ILogger<MailService> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Host is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            do
            {
                await TryRound(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The site stops; what waits is there at the next start.
        }
    }

    // A database that is away for a moment must not end sending for ever. The failure's text is not logged: it may hold an address.
    private async Task TryRound(CancellationToken stop)
    {
        try
        {
            await round.Run(stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            RoundFailed(log, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending messages failed ({Kind}); the next beat tries again")]
    private static partial void RoundFailed(ILogger log, string kind);
}
