using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Keeps what people call their cards.</summary>
public interface ICardLabelStore
{
    Task SaveAsync(CardLabel label, CancellationToken cancellationToken);

    /// <summary>Keeps it where the card has none yet.</summary>
    Task AddAsync(CardLabel label, CancellationToken cancellationToken);
}
