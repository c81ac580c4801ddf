using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Access;

/// <summary>A card with everything that a page about it asks for, in one statement.</summary>
/// <param name="Replacement">The card that took its place.</param>
internal sealed record ResolvedCard(CardView View, Card? Replacement)
{
    public static async Task<ResolvedCard?> FindAsync(IssuingDbContext db, CardId id, CancellationToken cancellationToken) =>
        await (
            from card in db.Cards
            join holder in db.Cardholders on card.CardholderId equals holder.Id
            join account in db.Accounts on card.AccountId equals account.Id
            from freeze in db.CardFreezes.Where(f => f.CardId == card.Id).DefaultIfEmpty()
            from replacement in db.Cards.Where(r => r.ReplacementFor == card.Id).DefaultIfEmpty()
            where card.Id == id
            select new ResolvedCard(new CardView(card, holder, account, freeze), replacement)).FirstOrDefaultAsync(cancellationToken);
}
