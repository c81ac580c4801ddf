using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.Cards;

/// <summary>
/// Copies accounts, cardholders and cards from Stripe, a page at a time. Each page and the place it ended at are kept
/// together, so that an import that was stopped goes on where it was.
/// </summary>
public sealed record ImportFromStripe : IRequest, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new TheSystem();
}

/// <summary>A page of a list at Stripe.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">The page.</param>
/// <param name="Next">Where the next page starts; none on the last.</param>
public sealed record CatalogPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Lists what Stripe has.</summary>
public interface IIssuingCatalog
{
    /// <summary>The platform's own account and those connected to it.</summary>
    IAsyncEnumerable<Account> AccountsAsync(CancellationToken cancellationToken);

    /// <summary>A page of the account's cardholders.</summary>
    Task<CatalogPage<Cardholder>> CardholdersAsync(Account account, string? after, CancellationToken cancellationToken);

    /// <summary>A page of the account's cards.</summary>
    Task<CatalogPage<Card>> CardsAsync(Account account, string? after, CancellationToken cancellationToken);

    /// <summary>A page of the account's purchases since a moment.</summary>
    Task<CatalogPage<Authorization>> AuthorizationsAsync(Account account, DateTimeOffset since, string? after, CancellationToken cancellationToken);
}

/// <summary>What an account's import copies, one after the other.</summary>
public enum ImportStep
{
    /// <summary>The cardholders, whom cards refer to.</summary>
    Cardholders,

    /// <summary>The cards.</summary>
    Cards,

    /// <summary>Past purchases; once copied, events keep them true.</summary>
    Authorizations,
}

/// <summary>Where the import of one list stands.</summary>
/// <param name="After">The place the last page ended at; none before the first.</param>
/// <param name="Finished">Whether the list came to its end.</param>
public sealed record ImportPlace(string? After, bool Finished);

/// <summary>How far the import has come.</summary>
/// <param name="Copied">The cards copied so far.</param>
/// <param name="Finished">Whether every list has come to its end at least once.</param>
public sealed record ImportProgress(int Copied, bool Finished);

/// <summary>Keeps the copies and the place of the import.</summary>
public interface IImportStore
{
    /// <summary>Keeps an account.</summary>
    Task SaveAsync(Account account, CancellationToken cancellationToken);

    /// <summary>Where the import of this list stands.</summary>
    Task<ImportPlace> PlaceAsync(AccountId account, ImportStep step, CancellationToken cancellationToken);

    /// <summary>Keeps a page of cardholders and its place, together. A copy that is newer than the page stays.</summary>
    Task SaveAsync(AccountId account, CatalogPage<Cardholder> page, CancellationToken cancellationToken);

    /// <summary>Keeps a page of cards and its place, together. A copy that is newer than the page stays.</summary>
    /// <returns>The cards whose controls are others than the copy had, with what it had.</returns>
    Task<IReadOnlyList<(Card Card, SpendingControls Before)>> SaveAsync(AccountId account, CatalogPage<Card> page, CancellationToken cancellationToken);

    /// <summary>Keeps a page of purchases and its place, together. A copy that is newer than the page stays.</summary>
    Task SaveAsync(AccountId account, CatalogPage<Authorization> page, CancellationToken cancellationToken);

    /// <summary>Whether past purchases of the account were copied once.</summary>
    Task<bool> HasHistoryAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Says that every list came to its end, so that the next import starts from the top.</summary>
    Task FinishAsync(CancellationToken cancellationToken);

    /// <summary>How far it has come.</summary>
    Task<ImportProgress> ProgressAsync(CancellationToken cancellationToken);
}

internal sealed partial class ImportFromStripeHandler(
    IIssuingCatalog stripe, IImportStore store, IPublisher publisher, TimeProvider time, ILogger<ImportFromStripeHandler> logger)
    : IRequestHandler<ImportFromStripe>
{
    /// <summary>As far back as the what-if looks, and to the beginning of that year, which a yearly limit counts.</summary>
    private static readonly TimeSpan History = TimeSpan.FromDays(2 * 366);

    public async Task Handle(ImportFromStripe request, CancellationToken cancellationToken)
    {
        var accounts = new List<Account>();
        await foreach (var account in stripe.AccountsAsync(cancellationToken))
            accounts.Add(account);

        await ForEachAsync(accounts, account => CopyAsync(account, cancellationToken));
        await store.FinishAsync(cancellationToken);
        // People wait for their cards, not for what was bought last year.
        await ForEachAsync(accounts, account => CopyHistoryAsync(account, cancellationToken));
    }

    private async Task ForEachAsync(IEnumerable<Account> accounts, Func<Account, Task> copy)
    {
        foreach (var account in accounts)
        {
            try
            {
                await copy(account);
            }
            catch (StripeRefusedException refusal)
            {
                // An account without Issuing must not keep the others from being copied.
                LogSkipped(account.Id, refusal.Reason, refusal.StripeRequestId);
            }
        }
    }

    private async Task CopyAsync(Account account, CancellationToken cancellationToken)
    {
        await store.SaveAsync(account, cancellationToken);

        await ForEachPageAsync(account, ImportStep.Cardholders, async after =>
        {
            var page = await stripe.CardholdersAsync(account, after, cancellationToken);
            await store.SaveAsync(account.Id, page, cancellationToken);
            return page.Next;
        }, cancellationToken);

        await ForEachPageAsync(account, ImportStep.Cards, async after =>
        {
            var page = await stripe.CardsAsync(account, after, cancellationToken);
            foreach (var (card, before) in await store.SaveAsync(account.Id, page, cancellationToken))
                await publisher.Publish(new ControlsChangedAtStripe(card, before), cancellationToken);
            return page.Next;
        }, cancellationToken);
    }

    private async Task CopyHistoryAsync(Account account, CancellationToken cancellationToken)
    {
        if (await store.HasHistoryAsync(account.Id, cancellationToken))
            return;
        var since = time.GetUtcNow() - History;
        await ForEachPageAsync(account, ImportStep.Authorizations, async after =>
        {
            var page = await stripe.AuthorizationsAsync(account, since, after, cancellationToken);
            await store.SaveAsync(account.Id, page, cancellationToken);
            return page.Next;
        }, cancellationToken);
    }

    private async Task ForEachPageAsync(
        Account account, ImportStep step, Func<string?, Task<string?>> copy, CancellationToken cancellationToken)
    {
        var place = await store.PlaceAsync(account.Id, step, cancellationToken);
        for (var (after, finished) = place; !finished;)
        {
            after = await copy(after);
            finished = after is null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The cards of {Account} cannot be copied ({Reason}, Stripe request {StripeRequest}): is Issuing enabled for it?")]
    private partial void LogSkipped(AccountId account, string reason, string? stripeRequest);
}
