using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Lists cards and cardholders at Stripe, a page at a time, the newest first.</summary>
public interface IStripeCardReader
{
    Task<Page<Cardholder>> ListCardholdersAsync(Account account, string? after, CancellationToken cancellationToken);

    Task<Page<Card>> ListCardsAsync(Account account, string? after, CancellationToken cancellationToken);
}
