using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.Cards;

/// <summary>The order of a list of cards.</summary>
public enum CardSort
{
    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>The oldest first.</summary>
    Oldest,

    /// <summary>By the cardholder's name.</summary>
    Name,

    /// <summary>By the last four digits.</summary>
    Last4,
}

/// <summary>Which cards are looked for.</summary>
/// <param name="Accounts">The accounts they are in.</param>
/// <param name="Text">The last four digits, or a part of the cardholder's name.</param>
/// <param name="Status">Their status.</param>
/// <param name="Type">Their type.</param>
/// <param name="Cardholder">Whose they are.</param>
/// <param name="Sort">Their order.</param>
public sealed record CardQuery(
    IReadOnlyList<AccountId> Accounts, string? Text = null, CardStatus? Status = null, CardType? Type = null, CardholderId? Cardholder = null,
    CardSort Sort = CardSort.Newest);

/// <summary>Finds cards among very many.</summary>
public interface ICardSearch
{
    /// <summary>A page, after the card named.</summary>
    Task<IReadOnlyList<CardView>> PageAsync(CardQuery query, CardId? after, int take, CancellationToken cancellationToken);

    /// <summary>All of them, one after the other, without holding them all.</summary>
    IAsyncEnumerable<CardView> AllAsync(CardQuery query, CancellationToken cancellationToken);
}

/// <summary>A cardholder with how many cards they have.</summary>
/// <param name="Cardholder">The cardholder.</param>
/// <param name="Account">Their account.</param>
/// <param name="Cards">How many cards, canceled ones not counted.</param>
public sealed record CardholderView(Cardholder Cardholder, Account Account, int Cards);

/// <summary>Reads our copies of cardholders.</summary>
public interface ICardholderReader
{
    /// <summary>One cardholder; none where we have no copy.</summary>
    Task<Cardholder?> FindAsync(CardholderId id, CancellationToken cancellationToken);

    /// <summary>A page by name, after the one named.</summary>
    Task<IReadOnlyList<CardholderView>> PageAsync(
        IReadOnlyList<AccountId> accounts, string? text, CardholderId? after, int take, CancellationToken cancellationToken);
}
