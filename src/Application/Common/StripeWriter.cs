using System.Text.Json;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.Common;

/// <summary>Something that is about to be changed at Stripe, kept before Stripe is asked.</summary>
/// <param name="Kind">What, for example <c>spend_controls.update</c>.</param>
/// <param name="Subject">The Stripe id of what is changed. Only one change of it is under way at a time.</param>
/// <param name="Account">The account it belongs to.</param>
/// <param name="RequestId">What the form that asked for it carries, so that a second click is the same change; none where nobody can click twice.</param>
/// <param name="Intent">What is wanted, for whoever finishes it after an interruption.</param>
public sealed record WriteIntent(string Kind, string Subject, AccountId Account, string? RequestId, JsonElement Intent);

/// <summary>A change that was begun.</summary>
/// <param name="Key">Its idempotency key at Stripe.</param>
/// <param name="Intent">What is wanted.</param>
/// <param name="ActorId">The person who wants it.</param>
/// <param name="ActorName">Their sign-in name.</param>
/// <param name="StartedAt">When it was begun (UTC).</param>
public sealed record OpenWrite(Guid Key, WriteIntent Intent, string? ActorId, string? ActorName, DateTimeOffset StartedAt);

/// <summary>The journal of changes at Stripe.</summary>
public interface IWriteJournal
{
    /// <summary>Writes down that a change begins.</summary>
    /// <returns>The change; or what came of it, where the same request was finished before.</returns>
    /// <exception cref="ConflictException">Another change of the same subject is under way, or this very one is.</exception>
    Task<(OpenWrite Write, string? ResultBefore)> BeginAsync(WriteIntent intent, Actor actor, CancellationToken cancellationToken);

    /// <summary>Writes down that it ended, in the transaction at hand.</summary>
    Task EndAsync(Guid key, bool applied, string? result, CancellationToken cancellationToken);

    /// <summary>Whether a change of the subject is under way.</summary>
    Task<bool> IsOpenAsync(string subject, CancellationToken cancellationToken);

    /// <summary>Changes that were begun before this and have not ended.</summary>
    Task<IReadOnlyList<OpenWrite>> OpenAsync(DateTimeOffset startedBefore, CancellationToken cancellationToken);
}

/// <summary>Keeps several changes of our own data together.</summary>
public interface ITransactions
{
    /// <summary>Runs them: all are kept, or none.</summary>
    Task RunAsync(Func<Task> changes, CancellationToken cancellationToken);
}

/// <summary>A state that was read from Stripe.</summary>
/// <typeparam name="T">Of what.</typeparam>
/// <param name="State">The state.</param>
/// <param name="StripeRequestId">Stripe's id of the request.</param>
public sealed record StripeState<T>(T State, string? StripeRequestId);

/// <summary>
/// Changes something at Stripe and then here: the change is written down first, Stripe is asked with its key, and our copy
/// follows Stripe's answer. Where the answer is lost, Stripe is asked what became of it; what stays open is finished later.
/// </summary>
public sealed class StripeWriter(IWriteJournal journal, ITransactions transactions, ICurrentActor current)
{
    /// <summary>Makes a change.</summary>
    /// <param name="intent">What is wanted.</param>
    /// <param name="write">Asks Stripe, with the idempotency key.</param>
    /// <param name="keep">Keeps the answer here; runs in one transaction with the end of the change.</param>
    /// <param name="find">Asks Stripe whether the change was made: the new state, or none.</param>
    /// <param name="again">What a repeated click is answered with, from the result of the first.</param>
    /// <param name="result">What is kept of the answer for a repeated click.</param>
    /// <param name="cancellationToken">Stops waiting; a change that was sent is finished.</param>
    /// <exception cref="StripeRefusedException">Stripe said no; nothing was changed.</exception>
    /// <exception cref="StripeUnavailableException">Stripe did not answer; the message says whether anything was changed.</exception>
    /// <exception cref="ConflictException">Another change of the same subject is under way.</exception>
    public async Task<StripeState<T>> RunAsync<T>(
        WriteIntent intent,
        Func<string, CancellationToken, Task<StripeState<T>>> write,
        Func<OpenWrite, T, Task> keep,
        Func<OpenWrite, Task<StripeState<T>?>> find,
        Func<string, Task<T>> again,
        Func<T, string> result,
        CancellationToken cancellationToken)
    {
        var (open, before) = await journal.BeginAsync(intent, current.Actor, cancellationToken);
        if (before is not null)
            return new(await again(before), null);

        StripeState<T> answer;
        try
        {
            // From here on the caller's going away must not leave anything half-done.
            answer = await write(open.Key.ToString("N"), CancellationToken.None);
        }
        catch (StripeUnavailableException trouble)
        {
            answer = await AskAsync(open, find, trouble);
        }
        catch (ExpectedException)
        {
            await journal.EndAsync(open.Key, applied: false, null, CancellationToken.None);
            throw;
        }

        await transactions.RunAsync(
            async () =>
            {
                await keep(open, answer.State);
                await journal.EndAsync(open.Key, applied: true, result(answer.State), CancellationToken.None);
            },
            CancellationToken.None);
        return answer;
    }

    private async Task<StripeState<T>> AskAsync<T>(OpenWrite open, Func<OpenWrite, Task<StripeState<T>?>> find, StripeUnavailableException trouble)
    {
        StripeState<T>? found;
        try
        {
            found = await find(open);
        }
        catch (ExpectedException)
        {
            throw Unknown(trouble);
        }

        if (found is not null)
            return found;
        // A change that Stripe was too slow with may still come.
        if (trouble.Reason is "stripe_timeout" or "stripe_unreachable")
            throw Unknown(trouble);

        await journal.EndAsync(open.Key, applied: false, null, CancellationToken.None);
        throw trouble;
    }

    private static StripeUnavailableException Unknown(StripeUnavailableException trouble) => new(
        "Stripe did not confirm the change in time, so it may or may not have been made. We keep asking Stripe and show here what it says; "
        + "look again in a few minutes before you try once more.",
        "stripe_unconfirmed")
    {
        StripeRequestId = trouble.StripeRequestId,
    };
}
