namespace CleanIssuing.Application.Cards;

/// <summary>Whether anything was ever paid with a card. Implemented by the module that keeps purchases.</summary>
public interface ICardUseReader
{
    Task<bool> HasPurchasesAsync(CardId card, CancellationToken cancellationToken);
}
