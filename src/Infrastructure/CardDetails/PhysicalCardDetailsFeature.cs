using CleanIssuing.Application.CardDetails;
using Microsoft.FeatureManagement;

namespace CleanIssuing.Infrastructure.CardDetails;

/// <summary>
/// The flag <c>PhysicalCardDetails</c> of Microsoft.FeatureManagement: off unless it is set, for all or for named accounts.
/// </summary>
internal sealed class PhysicalCardDetailsFeature(IFeatureManager features) : IPhysicalCardDetailsFeature
{
    private const string Name = "PhysicalCardDetails";

    public Task<bool> IsOnForAsync(AccountId account) => features.IsEnabledAsync(Name, new FeatureContext(account));
}
