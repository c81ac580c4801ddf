namespace CleanIssuing.Application.Cards;

/// <summary>Keeps who froze a card: at Stripe, frozen and never activated are both <c>inactive</c>.</summary>
public interface ICardFreezeStore
{
    Task SaveFreezeAsync(CardFreeze freeze, CancellationToken cancellationToken);

    Task ClearFreezeAsync(CardId card, CancellationToken cancellationToken);
}
