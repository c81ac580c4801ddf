using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Reads the replicas of authorizations.</summary>
public interface IAuthorizationReader
{
    /// <summary>A page of a card's purchases, approved and declined, the latest first, before the cursor; with what was refunded.</summary>
    Task<IReadOnlyList<(Authorization Authorization, Money Refunded)>> ListForCardAsync(
        CardId card, AuthorizationId? before, int take, CancellationToken cancellationToken);
}
