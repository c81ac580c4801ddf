using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Gives a card a name and a colour, which Stripe knows nothing of.</summary>
/// <param name="Name">Nothing takes the name away.</param>
/// <param name="Color">One of <see cref="CardColor"/>.</param>
public sealed record NameCard(CardId CardId, string? Name, string Color) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new HoldsOrManagesCard(CardId);

    public AuditedAction Audit => new("card.name", CardId.Value);
}

internal sealed class NameCardValidator : AbstractValidator<NameCard>
{
    public NameCardValidator()
    {
        RuleFor(r => r.Name).MaximumLength(CardLabel.LongestName);
        RuleFor(r => r.Color).Must(c => Codes.Find<CardColor>(c) is not null).WithReason(InvalidReason.CardColor);
    }
}

internal sealed class NameCardHandler(ICardLabelStore labels, AccountContext account) : IRequestHandler<NameCard>
{
    public Task Handle(NameCard request, CancellationToken cancellationToken) => labels.SaveAsync(
        new CardLabel(
            request.CardId, account.Card!.Account, request.Name?.Trim() ?? "", Codes.Find<CardColor>(request.Color)!.Value),
        cancellationToken);
}
