using CleanIssuing.Application.Authorizations;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.StripeSync.Import;

/// <summary>Keeps imported pages together with the place they ended at, so that an import that was stopped goes on where it was.</summary>
public interface IImportStore
{
    /// <summary>Makes sure that the account has a cursor for each step.</summary>
    Task BeginAsync(AccountId account, CancellationToken cancellationToken);

    Task<ImportCursor> GetCursorAsync(AccountId account, ImportStep step, CancellationToken cancellationToken);

    /// <param name="controlsChanged">
    /// Told, in the same transaction, of each cardholder whose controls had changed, with those of before.
    /// </param>
    Task SaveAsync(
        AccountId account, Page<Cardholder> page, Func<Cardholder, SpendingControls, Task> controlsChanged,
        CancellationToken cancellationToken);

    /// <param name="controlsChanged">
    /// Told, in the same transaction, of each card whose controls had changed, with those of before.
    /// </param>
    Task SaveAsync(
        AccountId account, Page<Card> page, Func<Card, SpendingControls, Task> controlsChanged, CancellationToken cancellationToken);

    Task SaveAsync(AccountId account, Page<StripePurchase> page, CancellationToken cancellationToken);

    /// <summary>Whether the account's past purchases have been imported once.</summary>
    Task<bool> HasHistoryAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Ends an import of cards and cardholders; the next one begins at the first page.</summary>
    Task FinishAsync(CancellationToken cancellationToken);
}
