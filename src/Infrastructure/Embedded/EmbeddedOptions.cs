using CleanIssuing.Application.Embedded;
using CleanIssuing.Domain.Embedded;
using CleanIssuing.Domain.People;
using Microsoft.Extensions.Options;

namespace CleanIssuing.Infrastructure.Embedded;

/// <summary>What Stripe's embedded components may be used for. Bound to the section <c>Embedded</c>.</summary>
public sealed class EmbeddedOptions : EmbeddedAccountOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Embedded";

    /// <summary>Accounts for which something else holds, by their id.</summary>
    public IDictionary<string, EmbeddedAccountOptions> Accounts { get; } = new Dictionary<string, EmbeddedAccountOptions>(StringComparer.Ordinal);
}

/// <summary>What the components may be used for in one account.</summary>
public class EmbeddedAccountOptions
{
    /// <summary>Issue, freeze and cancel cards.</summary>
    public bool CardManagement { get; set; } = true;

    /// <summary>Add and change cardholders.</summary>
    public bool CardholderManagement { get; set; } = true;

    /// <summary>Dispute purchases.</summary>
    public bool CardSpendDisputeManagement { get; set; } = true;

    /// <summary>Change spend controls.</summary>
    public bool SpendControlManagement { get; set; } = true;

    /// <summary>Do without Stripe's own sign-in, for accounts whose requirements the platform collects.</summary>
    public bool DisableStripeUserAuthentication { get; set; }
}

internal sealed class EmbeddedSettingsReader(IOptions<EmbeddedOptions> options) : IEmbeddedSettings
{
    public EmbeddedSettings Of(AccountId account)
    {
        var of = options.Value.Accounts.TryGetValue(account.Value, out var own) ? own : options.Value;
        return new(of.CardManagement, of.CardholderManagement, of.CardSpendDisputeManagement, of.SpendControlManagement, of.DisableStripeUserAuthentication);
    }
}
