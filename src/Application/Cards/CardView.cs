using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

public sealed record CardView(Card Card, Cardholder Cardholder, Account Account);
