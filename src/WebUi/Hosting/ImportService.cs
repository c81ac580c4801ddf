using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>
/// Copies from Stripe at start, and again every day: what events tell in between is checked so. An import that was stopped goes
/// on where it was.
/// </summary>
internal sealed class ImportService(IServiceProvider services, TimeProvider time, ILogger<ImportService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Listening comes first.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Every;
            try
            {
                await services.SendAsSystemAsync(new ImportFromStripe(), stoppingToken);
            }
            catch (ExpectedException trouble)
            {
                logger.LogWarning("The import from Stripe stopped ({Reason}) and goes on in {Wait}", trouble.Reason, AfterFailure);
                wait = AfterFailure;
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                logger.LogError(trouble, "The import from Stripe failed and is tried again in {Wait}", AfterFailure);
                wait = AfterFailure;
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }
}
