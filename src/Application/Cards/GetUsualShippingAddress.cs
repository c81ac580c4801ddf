using CleanIssuing.Application.Accounts;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Where a card of the cardholder is sent as a rule: to their billing address, as Stripe has it. It is not kept here.</summary>
public sealed record GetUsualShippingAddress(AccountId AccountId, CardholderId CardholderId)
    : IRequest<ShippingAddress?>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);
}

internal sealed class GetUsualShippingAddressHandler(
    ICardholderReader cardholders, IAccountReader accounts, IStripeCardReader stripe)
    : IRequestHandler<GetUsualShippingAddress, ShippingAddress?>
{
    public async Task<ShippingAddress?> Handle(GetUsualShippingAddress request, CancellationToken cancellationToken)
    {
        var cardholder = await cardholders.FindAsync(request.CardholderId, cancellationToken);
        if (cardholder is null || cardholder.AccountId != request.AccountId)
            throw new NotFoundException(EntityKind.Cardholder);
        var account = await accounts.FindAsync(request.AccountId, cancellationToken) ?? throw new NotFoundException(EntityKind.Account);
        return await stripe.FindBillingAddressAsync(cardholder.Id, account.OnBehalfOf, cancellationToken);
    }
}
