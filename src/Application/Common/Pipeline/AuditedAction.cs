namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>What is written down of a request.</summary>
/// <param name="Action">For example <c>card.freeze</c>.</param>
/// <param name="Subject">The Stripe id, or the address, of what it is done to.</param>
public sealed record AuditedAction(string Action, string Subject)
{
    public const int LongestSubject = 255;
}
