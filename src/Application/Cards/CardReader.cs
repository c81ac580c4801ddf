using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.Cards;

/// <summary>A card with whose it is.</summary>
/// <param name="Card">The card.</param>
/// <param name="Cardholder">Its cardholder.</param>
/// <param name="Account">The account that issued it.</param>
public sealed record CardView(Card Card, Cardholder Cardholder, Account Account);

/// <summary>Reads our copies of cards.</summary>
public interface ICardReader
{
    /// <summary>One card; none where we have no copy.</summary>
    Task<CardView?> FindAsync(CardId id, CancellationToken cancellationToken);

    /// <summary>Whether the card can be used; none where we have no copy.</summary>
    Task<CardStatus?> StatusAsync(CardId id, CancellationToken cancellationToken);

    /// <summary>Every card that the person holds: those that can be used first, then by age.</summary>
    Task<IReadOnlyList<CardView>> HeldByAsync(string userId, CancellationToken cancellationToken);

    /// <summary>An account; none where we have no copy.</summary>
    Task<Account?> AccountAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>The card that took this one's place; none where none did.</summary>
    Task<Card?> ReplacedByAsync(CardId id, CancellationToken cancellationToken);

    /// <summary>The cards with these ids that belong to the account.</summary>
    Task<IReadOnlyList<CardView>> ThoseAsync(AccountId account, IReadOnlyCollection<CardId> ids, CancellationToken cancellationToken);

    /// <summary>The accounts whose card programme the person sees.</summary>
    Task<IReadOnlyList<Account>> SeenByAsync(string userId, CancellationToken cancellationToken);
}
