using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <param name="Cards">How many cards they have that are not canceled.</param>
public sealed record CardholderView(Cardholder Cardholder, Account Account, int Cards);
