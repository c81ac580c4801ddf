namespace CleanIssuing.Application.Common.Operations;

/// <summary>A state that was read from Stripe, or that Stripe answered a change with.</summary>
public sealed record StripeState<T>(T State, string? StripeRequestId);
