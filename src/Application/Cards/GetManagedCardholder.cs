using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>One cardholder, for those who manage them.</summary>
public sealed record GetManagedCardholder(CardholderId CardholderId) : IRequest<ManagedCardholder>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesCardholder(CardholderId);
}

/// <param name="LimitsCurrency">
/// What their limits are in, or would be: where there is no limit, the currency of most of their cards, or else the account's.
/// </param>
/// <param name="Currencies">What limits can be in: that, and the currencies of the cards and of the account.</param>
public sealed record ManagedCardholder(
    Cardholder Cardholder, int Cards, Currency LimitsCurrency, IReadOnlyCollection<Currency> Currencies);

internal sealed class GetManagedCardholderHandler(ICardholderReader cardholders, ICardReader cards, IAccountReader accounts)
    : IRequestHandler<GetManagedCardholder, ManagedCardholder>
{
    public async Task<ManagedCardholder> Handle(GetManagedCardholder request, CancellationToken cancellationToken)
    {
        var found = await cardholders.FindAsync(request.CardholderId, cancellationToken)
            ?? throw new NotFoundException(EntityKind.Cardholder);
        var held = (await cards.ListForCardholdersAsync([found.Id], cancellationToken)).Select(v => v.Card)
            .Where(c => c.Status != CardStatus.Canceled).ToList();
        var ofCards = CardCurrencies.MostFirst(held);
        var ofAccount = (await accounts.FindAsync(found.AccountId, cancellationToken))?.Currency ?? Currency.Usd;
        var currency = found.SpendingControls.LimitsCurrency ?? (ofCards.Count > 0 ? ofCards[0] : ofAccount);
        return new ManagedCardholder(found, held.Count, currency, [currency, .. ofCards, ofAccount]);
    }
}
