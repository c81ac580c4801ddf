using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.SpendControls;
using MediatR;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Sends a request of the system's again and again: when it is woken, and every so often.</summary>
/// <param name="name">What it does, as the beginning of a sentence.</param>
/// <param name="every">How long it waits after it went well.</param>
/// <param name="afterFailure">How long it waits after it did not.</param>
internal abstract class Worker(
    IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger logger, string name, TimeSpan every, TimeSpan afterFailure) : BackgroundService
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
            catch (ExpectedException trouble)
            {
                logger.LogWarning("{Name} stopped ({Reason}) and goes on in {Wait}", name, trouble.Reason, afterFailure);
                wait = afterFailure;
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                logger.LogError(trouble, "{Name} failed and is tried again in {Wait}", name, afterFailure);
                wait = afterFailure;
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(_wake.WaitAsync(over.Token), Task.Delay(wait, time, over.Token));
            await over.CancelAsync();
        }
    }
}

/// <summary>
/// Copies from Stripe at start, and again every day: what events tell in between is checked so. An import that was stopped goes
/// on where it was.
/// </summary>
internal sealed class ImportWorker(IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<ImportWorker> logger)
    : Worker(services, confirmation, time, logger, "The import from Stripe", TimeSpan.FromHours(24), TimeSpan.FromSeconds(15))
{
    protected override IRequest Work { get; } = new ImportFromStripe();
}

/// <summary>Handles events as they come, and those that are to be tried again.</summary>
internal sealed class EventWorker(IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<EventWorker> logger)
    : Worker(services, confirmation, time, logger, "The handling of events", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)), IEventSignal
{
    protected override IRequest Work { get; } = new HandleStripeEvents();
}

/// <summary>Asks Stripe for events that were missed.</summary>
internal sealed class MissedEventsWorker(IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<MissedEventsWorker> logger)
    : Worker(services, confirmation, time, logger, "The asking for missed events", TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5))
{
    protected override IRequest Work { get; } = new TakeMissedEvents();
}

/// <summary>Settles changes whose end is not known.</summary>
internal sealed class LostWritesWorker(IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<LostWritesWorker> logger)
    : Worker(services, confirmation, time, logger, "The settling of lost changes", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30))
{
    protected override IRequest Work { get; } = new FinishWrites();
}

/// <summary>Makes bulk edits, also those that were stopped half-way.</summary>
internal sealed class BulkEditWorker(IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<BulkEditWorker> logger)
    : Worker(services, confirmation, time, logger, "The bulk editing", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)), IBulkEditSignal
{
    protected override IRequest Work { get; } = new RunBulkEdits();
}

/// <summary>Sends in the name of a person, in a scope of its own.</summary>
internal sealed class DelegatedSender(IServiceScopeFactory scopes) : IDelegatedSender
{
    public async Task<T> SendAsync<T>(IRequest<T> request, Actor person, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeDelegateOf(person);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request, cancellationToken);
    }
}
