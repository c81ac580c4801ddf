using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Keeps what people call their cards.</summary>
public interface ICardLabelStore
{
    Task SaveAsync(CardLabel label, CancellationToken cancellationToken);
}
