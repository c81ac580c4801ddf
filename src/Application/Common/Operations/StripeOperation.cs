using System.Text.Json;

namespace CleanIssuing.Application.Common.Operations;

/// <summary>Something that is about to be changed at Stripe, stored before Stripe is asked.</summary>
/// <param name="Kind">For example <c>spend_controls.update</c>.</param>
/// <param name="Subject">The Stripe id of what is changed. Only one operation on it is open at a time.</param>
/// <param name="RequestId">
/// What the form that asked for it carries, so that a second click is the same operation. The same form with other content is another.
/// </param>
/// <param name="Intent">What is wanted, for whoever reconciles it after an interruption.</param>
public sealed record StripeOperation(string Kind, string Subject, AccountId Account, string? RequestId, JsonElement Intent)
{
    /// <summary>A card is issued. Its subject is the cardholder, who is not changed by that.</summary>
    public const string IssueKind = "card.issue";

    /// <summary>What a form carries is 32 characters long.</summary>
    public const int LongestRequestId = 64;

    /// <summary>What is wanted besides and must not be stored, such as an address. Only its hash is.</summary>
    public string? Unstored { get; init; }
}
