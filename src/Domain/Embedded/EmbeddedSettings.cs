namespace CleanIssuing.Domain.Embedded;

/// <summary>What an account lets its admins do in Stripe's embedded components.</summary>
/// <param name="CardManagement">Issue, freeze and cancel cards.</param>
/// <param name="CardholderManagement">Add and change cardholders.</param>
/// <param name="CardSpendDisputeManagement">Dispute purchases.</param>
/// <param name="SpendControlManagement">Change spend controls.</param>
/// <param name="DisableStripeUserAuthentication">Do without Stripe's own sign-in, where Stripe allows that.</param>
public sealed record EmbeddedSettings(
    bool CardManagement = true, bool CardholderManagement = true, bool CardSpendDisputeManagement = true,
    bool SpendControlManagement = true, bool DisableStripeUserAuthentication = false);
