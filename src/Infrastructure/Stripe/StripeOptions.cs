using System.ComponentModel.DataAnnotations;

namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>Where Stripe is, and the keys that it knows us by. Bound to the section <c>Stripe</c>.</summary>
public sealed class StripeOptions
{
    public const string Section = "Stripe";

    /// <summary>Stripe.js of the release train that belongs to <see cref="ApiVersion"/>; the two change together.</summary>
    public const string DefaultStripeJsUrl = "https://js.stripe.com/endive/stripe.js";

    /// <summary>The API version that Stripe.net speaks, and that ephemeral keys are made for.</summary>
    public const string ApiVersion = "2026-10-28.endive";

    /// <summary>
    /// The events that the portal handles, and asks for. By name: of patterns Stripe's documents show only those that end in a whole
    /// word, such as <c>issuing_card.*</c>, and it takes at most 20 names.
    /// </summary>
    internal static IReadOnlyList<string> HandledEvents { get; } =
    [
        "issuing_authorization.created", "issuing_authorization.updated", "issuing_card.created", "issuing_card.updated",
        "issuing_cardholder.created", "issuing_cardholder.updated", "issuing_transaction.created",
        "issuing_transaction.purchase_details_receipt_updated", "issuing_transaction.updated",
    ];

    /// <summary>The secret key, <c>sk_test_…</c> or <c>sk_live_…</c>, or a restricted one, <c>rk_…</c>. A secret.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>The publishable key of the same account and mode, <c>pk_test_…</c> or <c>pk_live_…</c>.</summary>
    public string PublishableKey { get; set; } = "";

    /// <summary>Where Stripe's API is.</summary>
    public Uri ApiBase { get; set; } = new("https://api.stripe.com");

    /// <summary>Where the browser loads Stripe.js from. Stripe forbids hosting a copy.</summary>
    public Uri StripeJsUrl { get; set; } = new(DefaultStripeJsUrl);

    /// <summary>Where the browser loads Connect.js from. Stripe forbids hosting a copy.</summary>
    public Uri ConnectJsUrl { get; set; } = new("https://connect-js.stripe.com/v1.0/connect.js");

    /// <summary>
    /// What the events of the platform's own account are signed with, <c>whsec_…</c>: the secret of its webhook endpoint, and while
    /// it is rotated both the old and the new one. Secrets.
    /// </summary>
    public IList<string> WebhookSecrets { get; } = [];

    /// <summary>The same for the endpoint that listens to connected accounts. Secrets.</summary>
    public IList<string> ConnectWebhookSecrets { get; } = [];

    /// <summary>How long Stripe may take to answer before we give up.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:20")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a call that failed on the way is tried again, with the same idempotency key.</summary>
    [Range(0, 5)]
    public int MaxNetworkRetries { get; set; } = 1;

    /// <summary>Whether real money moves with these keys.</summary>
    public bool IsLive => SecretKey.Contains("_live_", StringComparison.Ordinal);
}
