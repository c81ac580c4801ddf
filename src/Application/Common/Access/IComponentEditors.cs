namespace CleanIssuing.Application.Common.Access;

/// <summary>Who may have changed something in Stripe's embedded component, where Stripe does not say who did.</summary>
public interface IComponentEditors
{
    /// <summary>Those who opened a component that lets them change this account's cards, the latest first.</summary>
    Task<IReadOnlyList<ComponentEditor>> ListSinceAsync(AccountId account, DateTimeOffset since, CancellationToken cancellationToken);
}
