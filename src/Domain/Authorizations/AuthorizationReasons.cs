namespace CleanIssuing.Domain.Authorizations;

/// <summary>
/// Why Stripe approved or declined
/// (https://docs.stripe.com/api/issuing/authorizations/object#issuing_authorization_object-request_history).
/// </summary>
public static class AuthorizationReasons
{
    /// <summary>The spending controls of the card or of its cardholder declined.</summary>
    public const string SpendingControls = "spending_controls";
}
