using MediatR;

namespace CleanIssuing.Application.StripeSync.Operations;

internal sealed class StripeOperationExecutor(IOperationLog log, IUnitOfWork unitOfWork, ICurrentActor current, IPublisher publisher,
    AccountContext context)
    : IStripeOperations
{
    public async Task<StripeState<T>> RunAsync<T>(
        StripeOperation operation,
        Func<string, CancellationToken, Task<StripeState<T>>> call,
        Func<PendingOperation, T, Task> apply,
        Func<PendingOperation, Task<StripeState<T>?>> find,
        Func<string, Task<T>> replay,
        Func<T, string> result,
        CancellationToken cancellationToken)
    {
        var (pending, earlier) = await log.BeginAsync(operation, current.Actor, cancellationToken);
        if (earlier is not null)
        {
            // The first click may have ended while this one waited for it: what was read before that is no longer true.
            context.Forget();
            return new(await replay(earlier), null);
        }

        StripeState<T> answer;
        try
        {
            // From here on the caller's going away must not leave anything half-done.
            answer = await call(pending.Key.ToString("N"), CancellationToken.None);
        }
        catch (StripeUnavailableException failure)
        {
            answer = await FindAsync(pending, find, failure);
        }
        catch (ExpectedException)
        {
            await log.EndAsync(pending.Key, applied: false, null, CancellationToken.None);
            throw;
        }

        await unitOfWork.ExecuteAsync(
            async () =>
            {
                await apply(pending, answer.State);
                await log.EndAsync(pending.Key, applied: true, result(answer.State), CancellationToken.None);
            },
            CancellationToken.None);
        return answer;
    }

    public Task<bool> IsOpenAsync(string subject, CancellationToken cancellationToken) => log.IsOpenAsync(subject, cancellationToken);

    public async Task CompleteAsync(PendingOperation operation, bool applied, string? result, CancellationToken cancellationToken)
    {
        await log.EndAsync(operation.Key, applied, result, cancellationToken);
        await publisher.Publish(
            new OperationReconciled(operation.Key, operation.Operation.Kind, operation.Operation.Subject, operation.ActorId, applied),
            cancellationToken);
    }

    private async Task<StripeState<T>> FindAsync<T>(
        PendingOperation pending, Func<PendingOperation, Task<StripeState<T>?>> find, StripeUnavailableException failure)
    {
        StripeState<T>? found;
        try
        {
            found = await find(pending);
        }
        catch (ExpectedException)
        {
            throw Unconfirmed(failure);
        }

        if (found is not null)
            return found;
        // A change that Stripe was too slow with may still come.
        if (failure.Reason is RefusalReason.StripeTimeout or RefusalReason.StripeUnreachable)
            throw Unconfirmed(failure);

        await log.EndAsync(pending.Key, applied: false, null, CancellationToken.None);
        throw failure;
    }

    private static StripeUnavailableException Unconfirmed(StripeUnavailableException failure) => new(RefusalReason.StripeUnconfirmed)
    {
        StripeRequestId = failure.StripeRequestId,
    };
}
