namespace CleanIssuing.Application.Common.Operations;

/// <summary>A state that was read from Stripe, or that Stripe answered a change with.</summary>
/// <param name="IsReplayed">Whether Stripe gave this answer before, to the same idempotency key: the state is that of then.</param>
public sealed record StripeState<T>(T State, string? StripeRequestId, bool IsReplayed = false);
