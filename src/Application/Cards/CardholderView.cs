using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <param name="Cards">How many cards they have that are not canceled; none where they were not counted.</param>
public sealed record CardholderView(Cardholder Cardholder, Account Account, int? Cards);
