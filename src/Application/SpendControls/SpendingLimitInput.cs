namespace CleanIssuing.Application.SpendControls;

/// <param name="Amount">In the minor unit of the card's currency.</param>
/// <param name="Interval">As Stripe writes it: <c>per_authorization</c>, <c>monthly</c>.</param>
/// <param name="Categories">Empty counts all.</param>
public sealed record SpendingLimitInput(long Amount, string Interval, IReadOnlyList<string> Categories);
