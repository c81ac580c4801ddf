using System.Text.RegularExpressions;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>The events that the sandbox tells of.</summary>
internal static partial class EventTypes
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "issuing_authorization.created", "issuing_authorization.updated", "issuing_card.created", "issuing_card.updated",
        "issuing_cardholder.created", "issuing_cardholder.updated", "issuing_dispute.created", "issuing_dispute.submitted",
        "issuing_dispute.updated", "issuing_token.created", "issuing_token.updated", "issuing_transaction.created",
        "issuing_transaction.updated",
    };

    /// <summary>Whether it looks like the name of an event; Stripe has many that the sandbox never tells of.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
