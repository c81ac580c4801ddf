using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Cancels a card, for good.</summary>
/// <param name="Reason"><c>lost</c> or <c>stolen</c>; null for a card that is simply no longer needed.</param>
/// <param name="Confirmation">The last four digits, typed.</param>
public sealed record CancelCard(CardId CardId, string? Reason, string Confirmation, string? RequestId = null)
    : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new HoldsOrManagesCard(CardId);

    public AuditedAction Audit => new("card.cancel", CardId.Value);
}

internal sealed class CancelCardValidator : AbstractValidator<CancelCard>
{
    public CancelCardValidator()
    {
        RuleFor(r => r.Reason).Must(reason => reason is null or "lost" or "stolen").WithReason(InvalidReason.CancellationReason);
        RuleFor(r => r.Confirmation).NotEmpty().WithReason(InvalidReason.LastFourRequired).MaximumLength(10);
        RuleFor(r => r.RequestId).MaximumLength(StripeOperation.LongestRequestId);
    }
}

internal sealed class CancelCardHandler(CardOperations operations, ICardFreezeStore freezes) : IRequestHandler<CancelCard, CardChanged>
{
    public async Task<CardChanged> Handle(CancelCard request, CancellationToken cancellationToken)
    {
        var view = await operations.FindAsync(request.CardId, cancellationToken);
        if (request.Confirmation.Trim() != view.Card.Last4)
            throw InvalidReason.LastFourDiffer.For(nameof(request.Confirmation));
        CancellationReason? reason = request.Reason switch
        {
            "stolen" => CancellationReason.Stolen,
            "lost" => CancellationReason.Lost,
            _ => null,
        };
        return await operations.SetStatusAsync(
            view, CardStatus.Canceled, reason, "card.cancel", request.RequestId,
            now => now.Card.Status == CardStatus.Canceled ? throw CardOperations.Refused(now.Card, CardAction.Cancel) : Task.CompletedTask,
            () => freezes.ClearFreezeAsync(view.Card.Id, CancellationToken.None), cancellationToken);
    }
}
