namespace CleanIssuing.StripeSandbox;

/// <summary>How the sandbox is started.</summary>
public sealed class SandboxOptions
{
    /// <summary>Its own origin. Port 0 takes any free port.</summary>
    public Uri Url { get; set; } = new("http://127.0.0.1:5081");

    /// <summary>The SQLite file that it keeps its state in.</summary>
    public required string DatabasePath { get; set; }

    /// <summary>The secret key that the API accepts.</summary>
    public string SecretKey { get; set; } = Sandbox.SecretKey;

    /// <summary>The publishable key that Stripe.js accepts.</summary>
    public string PublishableKey { get; set; } = Sandbox.PublishableKey;

    /// <summary>
    /// Behaves as live mode does where the two differ: number and security code of a physical card stay hidden, unless the
    /// account has <c>allow_retrieve_physical_card_details</c> and Stripe.js was started with <c>issuing_elements_2</c>.
    /// </summary>
    public bool LiveBehavior { get; set; }

    /// <summary>
    /// Refuses an empty list of categories. Stripe documents that an empty value unsets countries and card presences; of categories and of
    /// limits it says nothing.
    /// </summary>
    public bool RefusesClearedCategories { get; set; }

    /// <summary>Refuses an empty list of limits.</summary>
    public bool RefusesClearedLimits { get; set; }

    /// <summary>
    /// Refuses an update that empties the allowed list and sets the blocked one, or the other way round. Stripe says that both cannot be
    /// set, and not whether an empty list counts as set.
    /// </summary>
    public bool RefusesSwitchInOneUpdate { get; set; }

    /// <summary>Refuses that without saying which parameter it is about.</summary>
    public bool RefusesSwitchWithoutName { get; set; }

    /// <summary>
    /// Issues cards in any currency, to try out amounts without decimals and with three. Otherwise a card is in the currency of its
    /// account's country alone.
    /// </summary>
    public bool AnyCurrency { get; set; }

    /// <summary>Where events are sent, once that is known.</summary>
    internal Uri? WebhookAddress { get; set; }

    /// <summary>Cards that a new sandbox has besides the demo's, for trying out sizes.</summary>
    public int SeedCards { get; set; }

    /// <summary>Purchases that those cards have together.</summary>
    public int SeedAuthorizations { get; set; }
}
