using Microsoft.Extensions.Configuration;
using Microsoft.FeatureManagement;

namespace CleanIssuing.Infrastructure.CardDetails;

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
