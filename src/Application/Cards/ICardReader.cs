using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Reads the replicas of cards.</summary>
public interface ICardReader
{
    /// <summary>
    /// A card with its cardholder and account. Where the access requirement has looked it up already, it is not read again.
    /// </summary>
    Task<CardView?> FindAsync(CardId id, CancellationToken cancellationToken);

    Task<CardStatus?> GetStatusAsync(CardId id, CancellationToken cancellationToken);

    /// <summary>Their cards: usable ones first, then the newest.</summary>
    Task<IReadOnlyList<CardView>> ListForCardholdersAsync(IReadOnlyCollection<CardholderId> cardholders,
        CancellationToken cancellationToken);

    /// <summary>Their active cards in the currency, the newest first.</summary>
    Task<IReadOnlyList<CardView>> ListActiveAsync(
        IReadOnlyCollection<AccountId> accounts, IReadOnlyCollection<CardholderId> cardholders, Currency currency, int take,
        CancellationToken cancellationToken);

    /// <summary>The card that replaced it.</summary>
    Task<Card?> FindReplacementAsync(CardId id, CancellationToken cancellationToken);

    /// <summary>The latest change of it, where Stripe did not confirm it at once.</summary>
    Task<UnconfirmedChange?> FindUnconfirmedChangeAsync(CardId id, CancellationToken cancellationToken);

    /// <summary>Those of these cards that the accounts have.</summary>
    Task<IReadOnlyList<CardView>> GetByIdsAsync(
        IReadOnlyCollection<AccountId> accounts, IReadOnlyCollection<CardId> ids, CancellationToken cancellationToken);
}
