using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.Common;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Makes up a purchase in test mode (https://docs.stripe.com/api/issuing/authorizations/test_mode_create) and tells how it went.</summary>
/// <param name="CardId">The card.</param>
/// <param name="Amount">In the minor unit of the card's currency.</param>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Category">The merchant's category.</param>
/// <param name="Country">The merchant's country.</param>
/// <param name="CardPresent">Whether the card is there.</param>
public sealed record SimulatePurchase(string CardId, long Amount, string Merchant, string Category, string Country, bool CardPresent)
    : IRequest<PurchaseView>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesCard(CardId);

    /// <inheritdoc />
    public AuditedAction Audit => new("purchase.simulate", CardId);
}

/// <summary>A purchase to make up.</summary>
/// <param name="Card">The card.</param>
/// <param name="Amount">In the minor unit of the card's currency.</param>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Kind">What controls look at.</param>
public sealed record MadeUpPurchase(CardId Card, long Amount, string Merchant, PurchaseKind Kind);

/// <summary>Stripe's test helpers.</summary>
public interface ITestPurchases
{
    /// <summary>Whether there are any: not with live keys.</summary>
    bool ArePossible { get; }

    /// <summary>Makes up a purchase.</summary>
    Task<StripeState<Authorization>> MakeAsync(MadeUpPurchase purchase, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);
}

internal sealed class SimulatePurchaseValidator : AbstractValidator<SimulatePurchase>
{
    public SimulatePurchaseValidator()
    {
        RuleFor(r => r.Amount).GreaterThan(0).WithMessage("Enter an amount above zero.").LessThanOrEqualTo(Money.Largest).WithMessage("The amount is larger than Stripe takes.");
        RuleFor(r => r.Merchant).NotEmpty().WithMessage("Enter the merchant's name.").MaximumLength(100);
        RuleFor(r => r.Category).Must(MerchantCategories.IsKnown).WithMessage("Choose a category.");
        RuleFor(r => r.Country).Must(MerchantCountries.IsKnown).WithMessage("Choose a country.");
    }
}

internal sealed class SimulatePurchaseHandler(
    ICardReader cards, ITestPurchases test, IPurchaseCopies copies, DeclineExplanations explanations, AuthorizedAccount account)
    : IRequestHandler<SimulatePurchase, PurchaseView>
{
    public async Task<PurchaseView> Handle(SimulatePurchase request, CancellationToken cancellationToken)
    {
        if (!test.ArePossible)
            throw new RuleViolationException("Purchases can be simulated in the sandbox and in test mode only.", "live_mode");
        var view = await cards.FindAsync(CardId.Parse(request.CardId), cancellationToken) ?? throw new NotFoundException("card");

        var kind = new PurchaseKind(request.Category, request.Country, request.CardPresent ? "present" : "not_present");
        var made = await test.MakeAsync(
            new MadeUpPurchase(view.Card.Id, request.Amount, request.Merchant.Trim(), kind), view.Account.Id, account.OnBehalfOf, cancellationToken);
        await copies.KeepAsync(made.State, cancellationToken);
        return new PurchaseView(made.State, await explanations.WhyAsync(made.State, cancellationToken), 0);
    }
}
