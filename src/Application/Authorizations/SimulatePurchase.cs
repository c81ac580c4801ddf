using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Simulates a purchase with a card, in the sandbox or in Stripe's test mode.</summary>
public sealed record SimulatePurchase(CardId CardId, Money Amount, string Merchant, string Category, string Country, bool CardPresent)
    : IRequest<PurchaseView>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesCard(CardId);

    public AuditedAction Audit => new("purchase.simulate", CardId.Value);
}

internal sealed class SimulatePurchaseValidator : AbstractValidator<SimulatePurchase>
{
    public SimulatePurchaseValidator()
    {
        RuleFor(r => r.Amount.Minor).GreaterThan(0).WithReason(InvalidReason.AmountNotPositive)
            .LessThanOrEqualTo(Money.MaxMinor).WithReason(InvalidReason.AmountTooLarge).OverridePropertyName("Amount");
        RuleFor(r => r.Merchant).NotEmpty().WithReason(InvalidReason.MerchantRequired).MaximumLength(100);
        RuleFor(r => r.Category).Must(MerchantCategories.IsKnown).WithReason(InvalidReason.CategoryRequired);
        RuleFor(r => r.Country).Must(Countries.IsKnown).WithReason(InvalidReason.CountryRequired);
    }
}

internal sealed class SimulatePurchaseHandler(
    ICardReader cards, ITestHelpers test, IAuthorizationReplicaStore replicas, DeclineExplainer explainer, AccountContext account)
    : IRequestHandler<SimulatePurchase, PurchaseView>
{
    public async Task<PurchaseView> Handle(SimulatePurchase request, CancellationToken cancellationToken)
    {
        if (!test.IsAvailable)
            throw new RuleViolationException(RefusalReason.LiveMode);
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);

        var kind = new PurchaseKind(request.Category, request.Country, request.CardPresent ? "present" : "not_present");
        var made = await test.CreateAsync(
            new TestAuthorization(view.Card.Id, request.Amount, request.Merchant.Trim(), kind), view.Account.Id, account.OnBehalfOf,
            cancellationToken);
        await replicas.UpsertAsync(made.State, cancellationToken);
        var declines = await explainer.ExplainAsync(view, [made.State], cancellationToken);
        return new PurchaseView(made.State, declines.GetValueOrDefault(made.State.Id), Money.Zero(made.State.Amount.Currency));
    }
}
