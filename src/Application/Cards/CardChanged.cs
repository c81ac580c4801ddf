using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>What came of a change of a card.</summary>
public sealed record CardChanged(Card Card, string? StripeRequestId, IReadOnlyList<Detail> AuditDetails) : IStripeAnswer, IAuditedAnswer;
