using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Reads the replicas of cardholders.</summary>
public interface ICardholderReader
{
    Task<Cardholder?> FindAsync(CardholderId id, CancellationToken cancellationToken);

    /// <summary>A card that was to be issued to them, where Stripe did not confirm it at once.</summary>
    Task<UnconfirmedChange?> FindUnconfirmedChangeAsync(CardholderId id, CancellationToken cancellationToken);

    /// <summary>A page of cardholders by name, after the one given.</summary>
    Task<IReadOnlyList<CardholderView>> PageAsync(
        IReadOnlyList<AccountId> accounts, string? text, CardholderId? after, int take, CancellationToken cancellationToken);
}
