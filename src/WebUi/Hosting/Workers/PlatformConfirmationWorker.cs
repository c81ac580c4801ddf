using CleanIssuing.Application.Accounts;

namespace CleanIssuing.WebUi.Hosting.Workers;

/// <summary>
/// Keeps asking Stripe whose keys these are, where it did not answer at start, and ends the portal if they are another account's.
/// </summary>
internal sealed partial class PlatformConfirmationWorker(
    IServiceProvider services, PortalInfo portal, PlatformConfirmation confirmation, IHostApplicationLifetime lifetime, TimeProvider time,
    ILogger<PlatformConfirmationWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!confirmation.IsConfirmed)
        {
            await Task.Delay(Every, time, stoppingToken);
            try
            {
                if (await services.SendAsSystemAsync(new ConfirmPlatform(portal.Mode), stoppingToken))
                    LogConfirmed();
            }
            catch (InstallationMismatchException mismatch)
            {
                LogMismatch(InstallationGuard.Mismatch(mismatch));
                Environment.ExitCode = 1;
                lifetime.StopApplication();
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, it must not end the portal: Stripe is asked again in a moment.
                if (failure is not ExpectedException)
                    LogFailed(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Stripe confirmed the platform account: changes and events are accepted from now on")]
    private partial void LogConfirmed();

    [LoggerMessage(LogLevel.Error, "Stripe could not be asked whose keys these are, and is asked again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(LogLevel.Critical, "The portal stops. {Why}")]
    private partial void LogMismatch(string why);
}
