namespace CleanIssuing.Domain.Accounts;

/// <summary>How an account stands to the platform whose API key we hold.</summary>
public enum AccountKind
{
    /// <summary>The platform's own account: Stripe is called without a <c>Stripe-Account</c> header.</summary>
    Platform,

    /// <summary>An account connected to the platform (Stripe Connect): Stripe is called on its behalf.</summary>
    Connected,
}
