using CleanIssuing.Domain.People;

namespace CleanIssuing.Domain.Embedded;

/// <summary>What an account lets its admins do in Stripe's embedded components.</summary>
/// <param name="CardManagement">Issue, freeze and cancel cards.</param>
/// <param name="CardholderManagement">Add and change cardholders.</param>
/// <param name="CardSpendDisputeManagement">Dispute purchases.</param>
/// <param name="SpendControlManagement">Change spend controls.</param>
/// <param name="DisableStripeUserAuthentication">Do without Stripe's own sign-in, where Stripe allows that.</param>
public sealed record EmbeddedSettings(
    bool CardManagement = true, bool CardholderManagement = true, bool CardSpendDisputeManagement = true, bool SpendControlManagement = true,
    bool DisableStripeUserAuthentication = false);

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

    /// <summary>What a person with this role gets: an admin what the account's settings allow, a viewer nothing that changes anything.</summary>
    /// <exception cref="ArgumentException">A cardholder gets no session: it would open the whole account to them.</exception>
    public static EmbeddedFeatures For(Role role, Account account, EmbeddedSettings settings)
    {
        var withoutSignIn = settings.DisableStripeUserAuthentication && account.CollectsRequirements;
        return role switch
        {
            Role.Admin => new()
            {
                CardManagement = settings.CardManagement,
                CardholderManagement = settings.CardholderManagement,
                CardSpendDisputeManagement = settings.CardSpendDisputeManagement,
                SpendControlManagement = settings.SpendControlManagement,
                DisableStripeUserAuthentication = withoutSignIn,
            },
            Role.Viewer => new() { DisableStripeUserAuthentication = withoutSignIn },
            _ => throw new ArgumentException("A cardholder gets no account session.", nameof(role)),
        };
    }
}
