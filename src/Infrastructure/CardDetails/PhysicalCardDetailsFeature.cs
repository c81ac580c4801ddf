using CleanIssuing.Application.CardDetails;
using Microsoft.Extensions.Configuration;
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

/// <summary>The account that a feature is asked about.</summary>
internal sealed record FeatureContext(AccountId Account);

/// <summary>
/// Turns a feature on for some accounts:
/// <c>"EnabledFor": [ { "Name": "Accounts", "Parameters": { "Ids": [ "acct_…" ] } } ]</c>.
/// </summary>
[FilterAlias("Accounts")]
internal sealed class AccountsFilter : IContextualFeatureFilter<FeatureContext>
{
    public Task<bool> EvaluateAsync(FeatureFilterEvaluationContext featureFilterContext, FeatureContext appContext)
    {
        var ids = featureFilterContext.Parameters.GetSection("Ids").Get<string[]>() ?? [];
        return Task.FromResult(ids.Contains(appContext.Account.Value, StringComparer.Ordinal));
    }
}
