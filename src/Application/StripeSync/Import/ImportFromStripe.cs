using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.StripeSync.Backfill;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.StripeSync.Import;

/// <summary>
/// Imports accounts, cardholders, cards and two years of purchases, a page at a time. Cards are read again every day; purchases once.
/// </summary>
public sealed record ImportFromStripe : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed partial class ImportFromStripeHandler(
    IStripeAccountReader accounts, IStripeCardReader cards, IStripeAuthorizationReader authorizations, IAccountReplicaStore accountReplicas,
    IImportStore store, IBackfillCursorStore cursors, IPublisher publisher, TimeProvider time, ILogger<ImportFromStripeHandler> logger)
        : IRequestHandler<ImportFromStripe>
{
    private static readonly TimeSpan History = TimeSpan.FromDays(2 * 366);

    public async Task Handle(ImportFromStripe request, CancellationToken cancellationToken)
    {
        var found = new List<Account>();
        await foreach (var account in accounts.ListAsync(cancellationToken))
            found.Add(account);

        await ForEachAsync(found, account => ImportCardsAsync(account, cancellationToken));
        await store.FinishAsync(cancellationToken);
        // People wait for their cards, not for what was bought last year.
        await ForEachAsync(found, account => ImportHistoryAsync(account, cancellationToken));
    }

    private async Task ForEachAsync(IEnumerable<Account> accounts, Func<Account, Task> import)
    {
        foreach (var account in accounts)
        {
            try
            {
                await import(account);
            }
            catch (StripeRefusedException refusal)
            {
                // An account without Issuing must not keep the others from being imported.
                LogSkipped(account.Id, refusal.Reason.ToCode(), refusal.StripeRequestId);
            }
        }
    }

    private async Task ImportCardsAsync(Account account, CancellationToken cancellationToken)
    {
        await accountReplicas.UpsertAsync(account, cancellationToken);
        await publisher.Publish(new AccountImported(account.Id), cancellationToken);
        await store.BeginAsync(account.Id, cancellationToken);
        // What happens at Stripe from now on is not in what is read now.
        await cursors.StartAsync(account.Id, time.GetUtcNow(), cancellationToken);

        await ForEachPageAsync(account, ImportStep.Cardholders, async after =>
        {
            var page = await cards.ListCardholdersAsync(account, after, cancellationToken);
            await store.SaveAsync(account.Id, page, TellAsync, cancellationToken);
            return page.Next;
        }, cancellationToken);

        await ForEachPageAsync(account, ImportStep.Cards, async after =>
        {
            var page = await cards.ListCardsAsync(account, after, cancellationToken);
            await store.SaveAsync(account.Id, page, TellAsync, cancellationToken);
            return page.Next;
        }, cancellationToken);

        Task TellAsync(IControlsOwner owner, SpendingControls before) =>
            publisher.Publish(new ControlsChangedAtStripe(owner, before), cancellationToken);
    }

    private async Task ImportHistoryAsync(Account account, CancellationToken cancellationToken)
    {
        if (await store.HasHistoryAsync(account.Id, cancellationToken))
            return;
        var since = time.GetUtcNow() - History;
        await ForEachPageAsync(account, ImportStep.Authorizations, async after =>
        {
            var page = await authorizations.ListAsync(account, since, after, cancellationToken);
            await store.SaveAsync(account.Id, page, cancellationToken);
            return page.Next;
        }, cancellationToken);
    }

    private async Task ForEachPageAsync(
        Account account, ImportStep step, Func<string?, Task<string?>> import, CancellationToken cancellationToken)
    {
        var cursor = await store.GetCursorAsync(account.Id, step, cancellationToken);
        for (var (after, finished) = cursor; !finished;)
        {
            after = await import(after);
            finished = after is null;
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The cards of {Account} cannot be imported ({Reason}, Stripe request {StripeRequest}): is Issuing enabled for it?")]
    private partial void LogSkipped(AccountId account, string reason, string? stripeRequest);
}
