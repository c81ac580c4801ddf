using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.SpendControls;

/// <summary>
/// Changes the cards that wait in bulk edits, each as its own audited change: in each account one after the other, by who came first;
/// accounts beside one another. Whatever goes wrong with a card ends that card and is told.
/// </summary>
public sealed record RunBulkEdits : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed partial class RunBulkEditsHandler(
    IServiceScopeFactory scopes, ILogger<RunBulkEditsHandler> logger) : IRequestHandler<RunBulkEdits>
{
    private const int AccountsAtOnce = 4;

    // How often a card is tried while Stripe takes no more requests, or while another change of it is open.
    private const int TriesAtMost = 300;

    // Pauses are a matter of real time.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task Handle(RunBulkEdits request, CancellationToken cancellationToken)
    {
        var running = new Dictionary<AccountId, Task>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await RunAllAsync(running, ending.Token);
        }
        finally
        {
            // Where one account fails, the others are not left behind.
            await ending.CancelAsync();
            await Task.WhenAll(running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAllAsync(Dictionary<AccountId, Task> running, CancellationToken cancellationToken)
    {
        do
        {
            // An account that comes later does not wait for the others to finish.
            foreach (var account in await ListWaitingAsync(cancellationToken))
            {
                if (running.Count < AccountsAtOnce && !running.ContainsKey(account))
                    running.Add(account, RunAsync(account, cancellationToken));
            }

            if (running.Count > 0)
                await Task.WhenAny([.. running.Values, Task.Delay(Pause, TimeProvider.System, cancellationToken)]);
            foreach (var (account, task) in running.Where(r => r.Value.IsCompleted).ToList())
            {
                running.Remove(account);
                await task;
            }
        }
        while (running.Count > 0);
    }

    private async Task<IReadOnlyList<AccountId>> ListWaitingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IBulkEditStore>().ListWaitingAccountsAsync(cancellationToken);
    }

    private async Task RunAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var edits = scope.ServiceProvider.GetRequiredService<IBulkEditStore>();
        var tries = new Dictionary<(Guid Edit, CardId Card), int>();
        var postponed = new HashSet<CardId>();
        while (true)
        {
            if (await edits.GetNextAsync(account, postponed, cancellationToken) is not { } next)
            {
                if (postponed.Count == 0)
                    return;
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
                postponed.Clear();
                continue;
            }

            var attempt = tries.GetValueOrDefault((next.Edit.Id, next.Card)) + 1;
            if (await ChangeAsync(next.Edit, next.Card, isLast: attempt == TriesAtMost, cancellationToken) is { } done)
            {
                await edits.SetResultAsync(next.Edit.Id, next.Card, done, CancellationToken.None);
                continue;
            }

            // The others need not wait for it.
            tries[(next.Edit.Id, next.Card)] = attempt;
            postponed.Add(next.Card);
        }
    }

    /// <returns>None where its turn comes later.</returns>
    private async Task<BulkCardResult?> ChangeAsync(BulkEdit edit, CardId card, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            // What one scope has read of a card holds for as long as it: each card has its own.
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<BulkCardChanger>().ChangeAsync(edit, card, cancellationToken);
        }
        catch (StripeUnavailableException busy)
            when (!isLast && busy.Reason is RefusalReason.StripeRateLimited or RefusalReason.StripeCircuitOpen
                or RefusalReason.StripeUnconfirmed)
        {
            // Stripe takes nothing for a moment, and the cards must not fail one after the other meanwhile; or it will be known later
            // what became of this one, and the same request then tells it.
            await Task.Delay(busy.RetryAfter ?? Pause, TimeProvider.System, cancellationToken);
            return null;
        }
        catch (ConflictException conflict) when (!isLast && conflict.Reason != RefusalReason.ChangedSince)
        {
            return null;
        }
        catch (ExpectedException refused)
            when (edit.UndoOf is not null && refused.Reason is RefusalReason.ChangedSince or RefusalReason.ControlsChanged)
        {
            return BulkCardResult.Failed(new Detail("bulk.changed_since"));
        }
        catch (ExpectedException refused)
        {
            return BulkCardResult.Failed(new Detail("refused." + refused.Reason.ToCode(), Texts(refused.Arguments)));
        }
        catch (ValidationException invalid)
        {
            var error = invalid.Errors.First();
            return BulkCardResult.Failed(new Detail("invalid." + error.ErrorCode, Texts(error.CustomState as object[] ?? [])));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure, card, edit.Id);
            return BulkCardResult.Failed(new Detail("bulk.failed"));
        }
    }

    private static string[] Texts(IReadOnlyList<object> arguments) => [.. arguments.Select(a => a is Enum code ? code.ToCode() : $"{a}")];

    [LoggerMessage(LogLevel.Error, "The card {Card} of the bulk edit {Edit} could not be changed")]
    private partial void LogFailed(Exception failure, CardId card, Guid edit);
}
