using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.SpendControls;
using MediatR;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Sends a request of the system's again and again: when it is woken, and every so often.</summary>
internal abstract class Worker(IServiceProvider services, TimeProvider time, ILogger logger, TimeSpan every) : BackgroundService
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
        // Listening comes first.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await services.SendAsSystemAsync(Work, stoppingToken);
            }
            catch (ExpectedException trouble)
            {
                logger.LogWarning("{Work} stopped ({Reason}) and goes on in {Wait}", Work.GetType().Name, trouble.Reason, every);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                logger.LogError(trouble, "{Work} failed and is tried again in {Wait}", Work.GetType().Name, every);
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(_wake.WaitAsync(over.Token), Task.Delay(every, time, over.Token));
            await over.CancelAsync();
        }
    }
}

/// <summary>Handles events as they come, and those that are to be tried again.</summary>
internal sealed class EventWorker(IServiceProvider services, TimeProvider time, ILogger<EventWorker> logger)
    : Worker(services, time, logger, TimeSpan.FromSeconds(10)), IEventSignal
{
    protected override IRequest Work { get; } = new HandleStripeEvents();
}

/// <summary>Asks Stripe for events that were missed.</summary>
internal sealed class MissedEventsWorker(IServiceProvider services, TimeProvider time, ILogger<MissedEventsWorker> logger)
    : Worker(services, time, logger, TimeSpan.FromMinutes(5))
{
    protected override IRequest Work { get; } = new TakeMissedEvents();
}

/// <summary>Settles changes whose end is not known.</summary>
internal sealed class LostWritesWorker(IServiceProvider services, TimeProvider time, ILogger<LostWritesWorker> logger)
    : Worker(services, time, logger, TimeSpan.FromSeconds(30))
{
    protected override IRequest Work { get; } = new FinishWrites();
}

/// <summary>Makes bulk edits, also those that were stopped half-way.</summary>
internal sealed class BulkEditWorker(IServiceProvider services, TimeProvider time, ILogger<BulkEditWorker> logger)
    : Worker(services, time, logger, TimeSpan.FromMinutes(1)), IBulkEditSignal
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
