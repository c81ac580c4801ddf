using CleanIssuing.Application.Accounts;
using MediatR;

namespace CleanIssuing.WebUi.Hosting.Workers;

/// <summary>Sends a request of the system's again and again: when it is woken, and every so often.</summary>
/// <param name="name">What it does, as the beginning of a sentence.</param>
/// <param name="every">How long it waits after it went well.</param>
/// <param name="afterFailure">How long it waits after it did not.</param>
internal abstract class Worker(
    IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger logger, string name, TimeSpan every,
    TimeSpan afterFailure) : BackgroundService
{
    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>There is something to do.</summary>
    public void Wake()
    {
        try
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it at the same moment.
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    protected abstract IRequest Work { get; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Listening comes first; and nothing is known to be this database's until its Stripe account is confirmed.
        await Task.Yield();
        await confirmation.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = every;
            try
            {
                await services.SendAsSystemAsync(Work, stoppingToken);
            }
            catch (ExpectedException e)
            {
                logger.LogWarning("{Name} stopped ({Reason}) and goes on in {Wait}", name, e.Reason.ToCode(), afterFailure);
                wait = afterFailure;
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "{Name} failed and is tried again in {Wait}", name, afterFailure);
                wait = afterFailure;
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(_wake.WaitAsync(over.Token), Task.Delay(wait, time, over.Token));
            await over.CancelAsync();
        }
    }
}
