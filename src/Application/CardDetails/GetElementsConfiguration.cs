using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.CardDetails;
using MediatR;

namespace CleanIssuing.Application.CardDetails;

/// <summary>Which Issuing Elements the page of a card shows, and how Stripe.js is started for them.</summary>
public sealed record GetElementsConfiguration(CardId CardId) : IRequest<ElementsConfiguration>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewCardDetails(CardId);
}

internal sealed class GetElementsConfigurationHandler(
    ICardReader cards, IPhysicalCardDetailsFeature physicalDetails, IAccessReader access, AccountContext account)
    : IRequestHandler<GetElementsConfiguration, ElementsConfiguration>
{
    public async Task<ElementsConfiguration> Handle(GetElementsConfiguration request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        var state = access.GetStepUp(view.Account.Id);
        var pin = account.Card!.IsCardholder || state.AdminsSeePins;
        return ElementsConfiguration.For(view.Card, view.Account, await physicalDetails.IsOnForAsync(view.Account.Id), pin) with
        {
            CardWantsStepUp = !new MayRevealCardDetails(request.CardId, RevealedDetails.Card).IsProven(state),
            PinWantsStepUp = !new MayRevealCardDetails(request.CardId, RevealedDetails.Pin).IsProven(state),
        };
    }
}
