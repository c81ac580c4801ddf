using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <param name="Freeze">Who froze the card; none where it is not frozen, or was frozen outside the portal.</param>
public sealed record CardView(Card Card, Cardholder Cardholder, Account Account, CardFreeze? Freeze = null);
