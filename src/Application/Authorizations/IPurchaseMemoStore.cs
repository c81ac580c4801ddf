using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Keeps what cardholders note about purchases.</summary>
public interface IPurchaseMemoStore
{
    Task SaveAsync(PurchaseMemo memo, CancellationToken cancellationToken);

    Task DeleteAsync(AuthorizationId purchase, CancellationToken cancellationToken);
}
