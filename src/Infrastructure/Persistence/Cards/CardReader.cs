using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class CardReader(IssuingDbContext db) : ICardReader
{
    // On the path of every reveal, so compiled once.
    private static readonly Func<IssuingDbContext, CardId, CancellationToken, Task<CardStatus?>> StatusById =
        EF.CompileAsyncQuery((IssuingDbContext db, CardId id, CancellationToken _) =>
            db.Cards.Where(c => c.Id == id).Select(c => (CardStatus?)c.Status).FirstOrDefault());

    public Task<CardView?> FindAsync(CardId id, CancellationToken cancellationToken) =>
        Views(db.Cards.Where(c => c.Id == id)).FirstOrDefaultAsync(cancellationToken);

    public Task<CardStatus?> StatusAsync(CardId id, CancellationToken cancellationToken) =>
        StatusById(db, id, cancellationToken);

    public async Task<IReadOnlyList<CardView>> HeldByAsync(string userId, CancellationToken cancellationToken)
    {
        var holders = db.Memberships.Where(m => m.UserId == userId && m.Role == Role.Cardholder).Select(m => m.CardholderId);
        var views = await Views(db.Cards.Where(c => holders.Contains(c.CardholderId))).ToListAsync(cancellationToken);
        return [.. views.OrderBy(v => v.Card.Status switch
        {
            CardStatus.Active => 0,
            CardStatus.Inactive => 1,
            _ => 2,
        }).ThenByDescending(v => v.Card.CreatedAt)];
    }

    public Task<Account?> AccountAsync(AccountId account, CancellationToken cancellationToken) =>
        db.Accounts.FirstOrDefaultAsync(a => a.Id == account, cancellationToken);

    public Task<Card?> ReplacedByAsync(CardId id, CancellationToken cancellationToken) =>
        db.Cards.FirstOrDefaultAsync(c => c.ReplacementFor == id, cancellationToken);

    public async Task<IReadOnlyList<CardView>> ThoseAsync(AccountId account, IReadOnlyCollection<CardId> ids, CancellationToken cancellationToken) =>
        await Views(db.Cards.Where(c => c.AccountId == account && ids.Contains(c.Id))).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Account>> SeenByAsync(string userId, CancellationToken cancellationToken)
    {
        var managed = db.Memberships.Where(m => m.UserId == userId && (m.Role == Role.Admin || m.Role == Role.Viewer)).Select(m => m.AccountId);
        return await db.Accounts.Where(a => managed.Contains(a.Id)).OrderBy(a => a.Name).ToListAsync(cancellationToken);
    }

    private IQueryable<CardView> Views(IQueryable<Card> cards) =>
        from card in cards
        join holder in db.Cardholders on card.CardholderId equals holder.Id
        join account in db.Accounts on card.AccountId equals account.Id
        select new CardView(card, holder, account);
}
