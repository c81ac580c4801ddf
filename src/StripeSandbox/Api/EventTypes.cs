namespace CleanIssuing.StripeSandbox.Api;

/// <summary>The events that the sandbox tells of.</summary>
internal static class EventTypes
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "issuing_authorization.created", "issuing_authorization.updated", "issuing_card.created", "issuing_card.updated",
        "issuing_cardholder.created", "issuing_cardholder.updated", "issuing_transaction.created",
        "issuing_transaction.updated",
    };
}
