using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Reads the replicas of cardholders.</summary>
public interface ICardholderReader
{
    Task<Cardholder?> FindAsync(CardholderId id, CancellationToken cancellationToken);

    /// <summary>A card that was to be issued to them, where Stripe did not confirm it at once.</summary>
    Task<UnconfirmedChange?> FindUnconfirmedChangeAsync(CardholderId id, CancellationToken cancellationToken);

    /// <summary>The next cardholders after the one given, or those just before it; the first ones where there is none.</summary>
    /// <exception cref="FluentValidation.ValidationException">The cursor is none of those that match.</exception>
    Task<IReadOnlyList<CardholderView>> PageAsync(
        CardholderQuery query, CardholderId? after, CardholderId? before, int take, CancellationToken cancellationToken);

    Task<int> CountAsync(CardholderQuery query, CancellationToken cancellationToken);
}
