using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Whether a purchase would pass the card's controls now. Nothing is asked of Stripe, and nothing is bought.</summary>
public sealed record CheckPurchase(CardId CardId, Money Amount, string Category, string Country, bool CardPresent)
    : IRequest<PurchaseCheck>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewCard(CardId);
}

/// <param name="IsCardUsable">Whether card and cardholder are active; otherwise every purchase is declined.</param>
/// <param name="Decline">The control that would decline it; none where none would.</param>
public sealed record PurchaseCheck(CheckPurchase Asked, bool IsCardUsable, ControlDecline? Decline)
{
    public bool Passes => IsCardUsable && Decline is null;
}

internal sealed class CheckPurchaseValidator : AbstractValidator<CheckPurchase>
{
    public CheckPurchaseValidator()
    {
        RuleFor(r => r.Amount.Minor).GreaterThan(0).WithReason(InvalidReason.AmountNotPositive)
            .LessThanOrEqualTo(Money.MaxMinor).WithReason(InvalidReason.AmountTooLarge).OverridePropertyName("Amount");
        RuleFor(r => r.Category).Must(MerchantCategories.IsKnown).WithReason(InvalidReason.CategoryRequired);
        RuleFor(r => r.Country).Must(Countries.IsKnown).WithReason(InvalidReason.CountryRequired);
    }
}

internal sealed class CheckPurchaseHandler(ICardReader cards, DeclineExplainer explainer, TimeProvider time)
    : IRequestHandler<CheckPurchase, PurchaseCheck>
{
    public async Task<PurchaseCheck> Handle(CheckPurchase request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        var kind = new PurchaseKind(request.Category, request.Country, request.CardPresent ? "present" : "not_present");
        return new PurchaseCheck(
            request, view.IsUsableOn(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            await explainer.DecideNowAsync(view, request.Amount, kind, cancellationToken));
    }
}
