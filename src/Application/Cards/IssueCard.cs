using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Issues a virtual or a physical card to a cardholder.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CardholderId">To whom.</param>
/// <param name="Type"><c>virtual</c> or <c>physical</c>.</param>
/// <param name="Currency">The currency that it is billed in, ISO 4217.</param>
/// <param name="Activate">Whether a virtual card can be used at once. A physical one is activated when it has arrived.</param>
/// <param name="Shipping">Where a physical card is sent.</param>
/// <param name="RequestId">The form's own id, so that a second click issues no second card.</param>
public sealed record IssueCard(
    string AccountId, string CardholderId, string Type, string Currency, bool Activate, ShippingAddress? Shipping, string? RequestId = null)
    : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);

    /// <inheritdoc />
    public AuditedAction Audit => new("card.issue", CardholderId);
}

internal sealed class IssueCardValidator : AbstractValidator<IssueCard>
{
    public IssueCardValidator()
    {
        RuleFor(r => r.AccountId).Must(AccountId.IsValid).WithMessage("An account id starts with acct_.");
        RuleFor(r => r.CardholderId).Must(CardholderId.IsValid).WithMessage("Choose a cardholder.");
        RuleFor(r => r.Type).Must(type => type is "virtual" or "physical").WithMessage("Choose a virtual or a physical card.");
        RuleFor(r => r.Currency).Matches("^[A-Za-z]{3}$").WithMessage("A currency has three letters, such as USD.");
        RuleFor(r => r.Shipping).NotNull().When(r => r.Type == "physical").WithMessage("Say where the card is to be sent.");
        RuleFor(r => r.Shipping!).SetValidator(new ShippingAddressValidator()).When(r => r.Type == "physical" && r.Shipping is not null);
    }
}

internal sealed class ShippingAddressValidator : AbstractValidator<ShippingAddress>
{
    public ShippingAddressValidator()
    {
        RuleFor(a => a.Name).NotEmpty().WithMessage("Enter the name for the envelope.").MaximumLength(100);
        RuleFor(a => a.Line1).NotEmpty().WithMessage("Enter street and number.").MaximumLength(200);
        RuleFor(a => a.Line2).MaximumLength(200);
        RuleFor(a => a.City).NotEmpty().WithMessage("Enter the city.").MaximumLength(100);
        RuleFor(a => a.State).MaximumLength(100);
        RuleFor(a => a.PostalCode).NotEmpty().WithMessage("Enter the postal code.").MaximumLength(20);
        RuleFor(a => a.Country).Must(Domain.SpendControls.MerchantCountries.IsKnown).WithMessage("Choose the country.");
        RuleFor(a => a.Service).Must(s => s is "standard" or "express" or "priority").WithMessage("Choose how fast it is sent.");
    }
}

internal sealed class IssueCardHandler(IssuedCards issued, ICardholderReader cardholders) : IRequestHandler<IssueCard, CardChanged>
{
    public async Task<CardChanged> Handle(IssueCard request, CancellationToken cancellationToken)
    {
        var account = AccountId.Parse(request.AccountId);
        var cardholder = await cardholders.FindAsync(CardholderId.Parse(request.CardholderId), cancellationToken);
        if (cardholder is null || cardholder.AccountId != account)
            throw new NotFoundException("cardholder");
        if (cardholder.Status != CardholderStatus.Active)
            throw new RuleViolationException($"{cardholder.Name} is not active, so Stripe would decline every purchase with a new card.", "cardholder_not_active");

        var physical = request.Type == "physical";
        var card = new NewCard(
            cardholder.Id, physical ? CardType.Physical : CardType.Virtual, request.Currency.ToLowerInvariant(), request.Activate && !physical,
            physical ? request.Shipping : null, null);
        var answer = await issued.IssueAsync(card, account, cardholder.Id.Value, "card.issue", request.RequestId, cancellationToken);
        return new CardChanged(answer.State, answer.StripeRequestId, $"{request.Type} card {answer.State.Id} ending in {answer.State.Last4}");
    }
}
