using CleanIssuing.Application.StripeSync.Replicas;
using MediatR;

namespace CleanIssuing.Application.StripeSync.Operations;

internal sealed class StripeOperationExecutor(
    IOperationLog log, IUnitOfWork unitOfWork, IRefreshQueue refreshes, ICurrentActor current, IPublisher publisher,
    AccountContext context) : IStripeOperations
{
    public async Task<StripeState<T>> RunAsync<T>(
        StripeOperation operation,
        Func<PendingOperation, CancellationToken, Task> prepare,
        Func<string, CancellationToken, Task<StripeState<T>>> call,
        Func<PendingOperation, T, Task> apply,
        Func<PendingOperation, Task<StripeState<T>?>> find,
        Func<PendingOperation, string, Task<T>> replay,
        Func<T, string> result,
        CancellationToken cancellationToken)
    {
        var (pending, earlier) = await log.BeginAsync(operation, current.Actor, cancellationToken);
        // Another operation may have ended while this one waited for its turn: what was read before that is no longer true.
        context.Forget();
        if (earlier is not null)
            return new(await replay(pending, earlier), null);

        try
        {
            await prepare(pending, cancellationToken);
            if (!await log.MarkSentAsync(pending.Key, cancellationToken))
                throw new ConflictException(RefusalReason.OperationInProgress);
        }
        catch (Exception failure) when (failure is ExpectedException or OperationCanceledException)
        {
            await EndAsNotMadeAsync(pending);
            throw;
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
        catch (ExpectedException failure)
        {
            await EndAsNotMadeAsync(pending);
            if (failure is StripeRefusedException { IsPartial: true })
                await unitOfWork.ExecuteAsync(
                    () => refreshes.AddAsync(operation.Subject, operation.Account, CancellationToken.None), CancellationToken.None);
            throw;
        }

        var isOurs = true;
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                isOurs = await log.EndAsync(pending.Key, applied: true, result(answer.State), CancellationToken.None);
                if (isOurs)
                    await apply(pending, answer.State);
                else
                    // Another process gave us up and has decided what became of it, before Stripe answered.
                    await log.CorrectAsync(pending.Key, result(answer.State), CancellationToken.None);
                // What Stripe has now is to be seen here; an answer that it gave before tells of then.
                var id = result(answer.State);
                if ((!isOurs || answer.IsReplayed) && (CardId.IsValid(id) || CardholderId.IsValid(id)))
                    await refreshes.AddAsync(id, operation.Account, CancellationToken.None);
            },
            CancellationToken.None);
        return isOurs ? answer : throw await UnconfirmedAsync(pending, answer.StripeRequestId);
    }

    public Task<bool> IsOpenAsync(string subject, PendingOperation? except, CancellationToken cancellationToken) =>
        log.IsOpenAsync(subject, except, cancellationToken);

    public async Task<bool> CompleteAsync(
        PendingOperation operation, bool applied, string? result, CancellationToken cancellationToken)
    {
        if (!await log.EndAsync(operation.Key, applied, result, cancellationToken))
            return false;
        // Whoever asked for it was told nothing, or that it is not known.
        await log.MarkUnconfirmedAsync(operation.Key, cancellationToken);
        await publisher.Publish(new OperationReconciled(operation, applied), cancellationToken);
        return true;
    }

    private async Task EndAsNotMadeAsync(PendingOperation pending)
    {
        await log.EndAsync(pending.Key, applied: false, null, CancellationToken.None);
        // What was read while it was open says that it is.
        context.Forget();
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
            throw await UnconfirmedAsync(pending, failure.StripeRequestId);
        }

        if (found is not null)
            return found;
        // A change that Stripe was too slow with may still come.
        if (failure.Reason is RefusalReason.StripeTimeout or RefusalReason.StripeUnreachable or RefusalReason.StripeUnconfirmed)
            throw await UnconfirmedAsync(pending, failure.StripeRequestId);

        await EndAsNotMadeAsync(pending);
        throw failure;
    }

    private async Task<StripeUnavailableException> UnconfirmedAsync(PendingOperation pending, string? stripeRequestId)
    {
        await log.MarkUnconfirmedAsync(pending.Key, CancellationToken.None);
        return new StripeUnavailableException(RefusalReason.StripeUnconfirmed) { StripeRequestId = stripeRequestId };
    }
}
