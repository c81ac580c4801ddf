using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>One cardholder for an editor, which a viewer sees without being able to save.</summary>
public sealed record GetEditableCardholder(CardholderId CardholderId) : IRequest<EditableCardholder>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewCardholder(CardholderId);
}

/// <param name="IsManaged">Whether the person is an admin of the account.</param>
/// <param name="LimitsCurrency">
/// What their limits are in, or would be: where there is no limit, the currency of most of their cards, or else the account's.
/// </param>
/// <param name="Currencies">What limits can be in: that, and the currencies of the cards and of the account.</param>
public sealed record EditableCardholder(
    Cardholder Cardholder, bool IsManaged, int Cards, Currency LimitsCurrency, IReadOnlyCollection<Currency> Currencies);

internal sealed class GetEditableCardholderHandler(
    ICardholderReader cardholders, ICardReader cards, IAccountReader accounts, IAccessReader access, ICurrentActor current)
    : IRequestHandler<GetEditableCardholder, EditableCardholder>
{
    public async Task<EditableCardholder> Handle(GetEditableCardholder request, CancellationToken cancellationToken)
    {
        var found = await cardholders.FindAsync(request.CardholderId, cancellationToken)
            ?? throw new NotFoundException(EntityKind.Cardholder);
        var held = (await cards.ListForCardholdersAsync([found.Id], cancellationToken)).Select(v => v.Card)
            .Where(c => c.Status != CardStatus.Canceled).ToList();
        var ofCards = CardCurrencies.MostFirst(held);
        var ofAccount = (await accounts.FindAsync(found.AccountId, cancellationToken))?.Currency ?? Currency.Usd;
        var currency = found.SpendingControls.LimitsCurrency ?? (ofCards.Count > 0 ? ofCards[0] : ofAccount);
        return new EditableCardholder(
            found, await access.IsAdminAsync(current.Actor.UserId!, found.AccountId, cancellationToken), held.Count, currency,
            [currency, .. ofCards, ofAccount]);
    }
}
