using CleanIssuing.Domain.Embedded;

namespace CleanIssuing.Application.Embedded;

/// <summary>What the operator allows in Stripe's components, for all accounts or for one.</summary>
public interface IEmbeddedSettings
{
    EmbeddedSettings Of(AccountId account);
}
