namespace CleanIssuing.Application.Accounts;

/// <summary>A webhook endpoint as it is set up at Stripe.</summary>
/// <param name="Events">Their names; a star stands for all, and <c>issuing_card.*</c> for a group.</param>
/// <param name="ApiVersion">Null for the account's default version.</param>
public sealed record WebhookEndpointSetup(string Url, bool IsEnabled, IReadOnlyList<string> Events, string? ApiVersion)
{
    /// <summary>Those of these events that it is not sent.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> events) => [.. events.Where(e => !Events.Any(sent => Covers(sent, e)))];

    private static bool Covers(string sent, string wanted) =>
        sent == wanted || sent == "*"
        || (sent.EndsWith(".*", StringComparison.Ordinal) && wanted.StartsWith(sent[..^1], StringComparison.Ordinal));
}
