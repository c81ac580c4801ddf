using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>What a card has been used for.</summary>
/// <param name="Spent">This month (UTC).</param>
/// <param name="Tightest">The limit of the card or its cardholder that leaves the least; none where none counts over a period.</param>
public sealed record CardUse(Money Spent, LimitUsage? Tightest);
