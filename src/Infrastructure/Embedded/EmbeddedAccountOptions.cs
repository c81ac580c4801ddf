namespace CleanIssuing.Infrastructure.Embedded;

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
