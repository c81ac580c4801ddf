using CleanIssuing.Domain.Embedded;

namespace CleanIssuing.Application.Embedded;

public interface IAccountSessionGateway
{
    /// <exception cref="StripeRefusedException">The account has no access to the components.</exception>
    Task<AccountSession> CreateAsync(AccountId account, EmbeddedFeatures features, CancellationToken cancellationToken);
}
