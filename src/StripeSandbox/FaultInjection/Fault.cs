namespace CleanIssuing.StripeSandbox.FaultInjection;

/// <summary>A fault for the next calls to an address.</summary>
/// <param name="Path">The start of the path that it happens to.</param>
/// <param name="Times">To how many calls; Stripe.net tries again by itself.</param>
/// <param name="Delay">How late, for <see cref="FaultKind.Latency"/>.</param>
/// <param name="Method">The method that it happens to; none for all.</param>
public sealed record Fault(FaultKind Kind, string Path, int Times = int.MaxValue, TimeSpan Delay = default, string? Method = null);
