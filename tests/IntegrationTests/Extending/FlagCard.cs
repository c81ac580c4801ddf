using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.Common.Pipeline;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SharedKernel;
using FluentValidation;
using MediatR;

namespace CleanIssuing.IntegrationTests.Extending;

/// <summary>Marks a card for a closer look. The mark is an entry in the audit log.</summary>
public sealed record FlagCard(CardId CardId, string Reason) : IRequest<CardFlagged>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesCard(CardId);

    public AuditedAction Audit => new("card.flag", CardId.Value);
}

public sealed record CardFlagged(string Reason) : IAuditedAnswer
{
    public IReadOnlyList<Detail> AuditDetails => [new Detail("card.flagged", Reason)];
}

internal sealed class FlagCardValidator : AbstractValidator<FlagCard>
{
    public FlagCardValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(100);
}

internal sealed class FlagCardHandler(ICardReader cards) : IRequestHandler<FlagCard, CardFlagged>
{
    public async Task<CardFlagged> Handle(FlagCard request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        return view.Card.Status == CardStatus.Canceled
            ? throw new RuleViolationException(RefusalReason.CardCanceled)
            : new CardFlagged(request.Reason);
    }
}
