using CleanIssuing.Application.Embedded;
using CleanIssuing.Domain.Embedded;
using Microsoft.Extensions.Options;

namespace CleanIssuing.Infrastructure.Embedded;

internal sealed class EmbeddedSettingsReader(IOptions<EmbeddedOptions> options) : IEmbeddedSettings
{
    public EmbeddedSettings Of(AccountId account)
    {
        var of = options.Value.Accounts.TryGetValue(account.Value, out var own) ? own : options.Value;
        return new(
            of.CardManagement, of.CardholderManagement, of.CardSpendDisputeManagement, of.SpendControlManagement,
            of.DisableStripeUserAuthentication);
    }
}
