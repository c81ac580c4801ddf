namespace CleanIssuing.Domain.Authorizations;

/// <summary>Why Stripe approved or declined, in words (https://docs.stripe.com/api/issuing/authorizations/object#issuing_authorization_object-request_history).</summary>
public static class AuthorizationReasons
{
    /// <summary>The reason that an authorization has which the spending controls refused.</summary>
    public const string SpendingControls = "spending_controls";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["account_disabled"] = "the account may not issue at the moment",
        ["card_canceled"] = "the card was canceled",
        ["card_expired"] = "the card has expired",
        ["card_inactive"] = "the card is inactive or frozen",
        ["cardholder_blocked"] = "the cardholder is blocked",
        ["cardholder_inactive"] = "the cardholder is inactive",
        ["cardholder_verification_required"] = "Stripe needs more information about the cardholder",
        ["insecure_authorization_method"] = "the way it was paid is not secure enough",
        ["insufficient_funds"] = "the account's balance was too low",
        ["not_allowed"] = "Stripe does not allow this purchase",
        ["pin_blocked"] = "the PIN is blocked",
        [SpendingControls] = "a spending control",
        ["stripe_internal_error"] = "Stripe had an internal error",
        ["suspected_fraud"] = "it looked like fraud",
        ["verification_failed"] = "the card details or the PIN were wrong",
        ["webhook_declined"] = "a real-time rule declined it",
        ["webhook_error"] = "the real-time decision failed",
        ["webhook_timeout"] = "the real-time decision took too long",
    };

    /// <summary>The reason in words; one that is newer than this list is shown as it is written.</summary>
    public static string Text(string reason) => Words.TryGetValue(reason, out var words) ? words : reason.Replace('_', ' ');
}
