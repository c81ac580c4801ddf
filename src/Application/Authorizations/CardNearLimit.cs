using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>A card, and how much is used of the limit that leaves it the least.</summary>
public sealed record CardNearLimit(CardView Card, LimitUsage Limit);
