using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>What came of a change of a card.</summary>
/// <param name="WasActive">Whether the card was active right before; never where it is told once more what an earlier request did.</param>
public sealed record CardChanged(Card Card, string? StripeRequestId, IReadOnlyList<Detail> AuditDetails, bool WasActive = false)
    : IStripeAnswer, IAuditedAnswer;
