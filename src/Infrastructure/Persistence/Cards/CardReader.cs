using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Infrastructure.Persistence.Access;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardReader(IssuingDbContext db, CardStatusQuery status, AccountContext context) : ICardReader
{
    public async Task<CardView?> FindAsync(CardId id, CancellationToken cancellationToken) =>
        (await ResolveAsync(id, cancellationToken))?.View;

    public async Task<Card?> FindReplacementAsync(CardId id, CancellationToken cancellationToken) =>
        (await ResolveAsync(id, cancellationToken))?.Replacement;

    public async Task<UnconfirmedChange?> FindUnconfirmedChangeAsync(CardId id, CancellationToken cancellationToken) =>
        (await ResolveAsync(id, cancellationToken))?.Unconfirmed;

    public Task<CardStatus?> GetStatusAsync(CardId id, CancellationToken cancellationToken) =>
        status.FindAsync(db, id, cancellationToken);

    public async Task<IReadOnlyList<CardView>> ListForCardholdersAsync(
        IReadOnlyCollection<CardholderId> cardholders, CancellationToken cancellationToken)
    {
        var views = await Views(db.Cards.Where(c => cardholders.Contains(c.CardholderId))).ToListAsync(cancellationToken);
        return [.. views.OrderBy(v => v.Card.Status switch
        {
            CardStatus.Active => 0,
            CardStatus.Inactive => 1,
            _ => 2,
        }).ThenByDescending(v => v.Card.CreatedAt)];
    }

    public async Task<IReadOnlyList<CardView>> ListActiveAsync(
        IReadOnlyCollection<AccountId> accounts, IReadOnlyCollection<CardholderId> cardholders, Currency currency, int take,
        CancellationToken cancellationToken) =>
        await Views(db.Cards
            .Where(c => cardholders.Contains(c.CardholderId) && accounts.Contains(c.AccountId) && c.Status == CardStatus.Active
                && c.Currency == currency)
            .OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(take)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<CardView>> GetByIdsAsync(
        IReadOnlyCollection<AccountId> accounts, IReadOnlyCollection<CardId> ids, CancellationToken cancellationToken) =>
        await Views(db.Cards.Where(c => accounts.Contains(c.AccountId) && ids.Contains(c.Id))).ToListAsync(cancellationToken);

    private async Task<ResolvedCard?> ResolveAsync(CardId id, CancellationToken cancellationToken)
    {
        if (context.Resolved<ResolvedCard>() is { } known && known.View.Card.Id == id)
            return known;
        var found = await ResolvedCard.FindAsync(db, id, cancellationToken);
        // Only for as long as one request of a person takes: a worker's scope may live much longer than what it has read is true.
        if (found is not null && context.Card is not null)
            context.Resolve(found);
        return found;
    }

    private IQueryable<CardView> Views(IQueryable<Card> cards)
    {
        var pending = UnconfirmedChanges.PendingSubjects(db);
        return
            from card in cards
            join holder in db.Cardholders on card.CardholderId equals holder.Id
            join account in db.Accounts on card.AccountId equals account.Id
            from freeze in db.CardFreezes.Where(f => f.CardId == card.Id).DefaultIfEmpty()
            from label in db.CardLabels.Where(l => l.CardId == card.Id).DefaultIfEmpty()
            select new CardView(card, holder, account, freeze, pending.Contains((string)(object)card.Id), label);
    }
}
