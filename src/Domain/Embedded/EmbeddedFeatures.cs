using CleanIssuing.Domain.Accounts;

namespace CleanIssuing.Domain.Embedded;

/// <summary>The features that an account session grants (https://docs.stripe.com/api/account_sessions/create).</summary>
public sealed record EmbeddedFeatures
{
    private EmbeddedFeatures()
    {
    }

    /// <summary>Issue, freeze and cancel cards.</summary>
    public bool CardManagement { get; private init; }

    /// <summary>Add and change cardholders.</summary>
    public bool CardholderManagement { get; private init; }

    /// <summary>Dispute purchases.</summary>
    public bool CardSpendDisputeManagement { get; private init; }

    /// <summary>Change spend controls.</summary>
    public bool SpendControlManagement { get; private init; }

    /// <summary>Do without Stripe's own sign-in; for the list of cards alone.</summary>
    public bool DisableStripeUserAuthentication { get; private init; }

    /// <summary>What a person gets: an admin what the account's settings allow, a viewer nothing that changes anything.</summary>
    public static EmbeddedFeatures For(bool isAdmin, Account account, EmbeddedSettings settings)
    {
        var withoutSignIn = settings.DisableStripeUserAuthentication && account.CollectsRequirements;
        return isAdmin
            ? new()
            {
                CardManagement = settings.CardManagement,
                CardholderManagement = settings.CardholderManagement,
                CardSpendDisputeManagement = settings.CardSpendDisputeManagement,
                SpendControlManagement = settings.SpendControlManagement,
                DisableStripeUserAuthentication = withoutSignIn,
            }
            : new() { DisableStripeUserAuthentication = withoutSignIn };
    }
}
