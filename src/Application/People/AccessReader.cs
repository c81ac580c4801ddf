using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>What ties a person to a card.</summary>
/// <param name="Account">The account that issued it.</param>
/// <param name="OnBehalfOf">The account that Stripe is asked on behalf of; none for the platform itself.</param>
/// <param name="IsCardholder">The person is its cardholder.</param>
/// <param name="IsAdmin">The person is an admin of its account.</param>
/// <param name="IsViewer">The person is a viewer of its account.</param>
public sealed record CardTie(AccountId Account, AccountId? OnBehalfOf, bool IsCardholder, bool IsAdmin, bool IsViewer = false);

/// <summary>Answers who is what, from local data, in one indexed look-up each.</summary>
public interface IAccessReader
{
    /// <summary>What ties the person to the card; none when nothing does, or when there is no such card.</summary>
    Task<CardTie?> FindCardTieAsync(string userId, CardId card, CancellationToken cancellationToken);

    /// <summary>Whether the person is an admin of the account.</summary>
    Task<bool> IsAdminAsync(string userId, AccountId account, CancellationToken cancellationToken);

    /// <summary>The accounts that the person is an admin of.</summary>
    Task<IReadOnlyList<AccountId>> AdminOfAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Whether the person is an admin of the platform's own account.</summary>
    Task<bool> IsPlatformAdminAsync(string userId, CancellationToken cancellationToken);

    /// <summary>The accounts whose card programme the person sees: as an admin, or as a viewer.</summary>
    Task<IReadOnlyList<AccountId>> SeenByAsync(string userId, CancellationToken cancellationToken);
}
