using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.Embedded;

/// <summary>Reads from Stripe what may have been changed in its component: one card, or the latest ones.</summary>
public sealed record RefreshFromStripe(AccountId AccountId, CardId? CardId) : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new SeesAccount(AccountId);
}

internal sealed class RefreshFromStripeHandler(
    IAccountReader accounts, ICardReader cards, IStripeCardReader listing, ICardReplicaUpdater replicas,
    PlatformConfirmation confirmation)
    : IRequestHandler<RefreshFromStripe>
{
    public async Task Handle(RefreshFromStripe request, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(request.AccountId, cancellationToken) ?? throw new NotFoundException(EntityKind.Account);
        // What these keys read is not known to be this database's yet.
        if (!confirmation.IsConfirmed)
            return;
        if (request.CardId is { } id)
        {
            // A card of another account is not looked for in this one.
            if ((await cards.GetByIdsAsync([account.Id], [id], cancellationToken)).Count == 0)
                throw new NotFoundException(EntityKind.Card);
            await replicas.ReadAsync(id, account.Id, account.OnBehalfOf, cancellationToken);
            return;
        }

        foreach (var card in (await listing.ListCardsAsync(account, null, cancellationToken)).Items)
            await replicas.UpsertAsync(card, cancellationToken);
    }
}
