using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Access;

/// <summary>A card with everything that a page about it asks for, in one statement.</summary>
/// <param name="Replacement">The card that took its place.</param>
/// <param name="Unconfirmed">The latest change of it, where that was not confirmed at once.</param>
internal sealed record ResolvedCard(CardView View, Card? Replacement, UnconfirmedChange? Unconfirmed)
{
    public static async Task<ResolvedCard?> FindAsync(IssuingDbContext db, CardId id, CancellationToken cancellationToken)
    {
        var subject = id.Value;
        var found = await (
            from card in db.Cards
            join holder in db.Cardholders on card.CardholderId equals holder.Id
            join account in db.Accounts on card.AccountId equals account.Id
            from freeze in db.CardFreezes.Where(f => f.CardId == card.Id).DefaultIfEmpty()
            from label in db.CardLabels.Where(l => l.CardId == card.Id).DefaultIfEmpty()
            from replacement in db.Cards.Where(r => r.ReplacementFor == card.Id && r.AccountId == card.AccountId).DefaultIfEmpty()
            from operation in db.StripeOperations
                .Where(o => o.Id == db.StripeOperations.Where(x => x.Subject == subject).Max(x => (long?)x.Id)).DefaultIfEmpty()
            where card.Id == id
            select new { card, holder, account, freeze, label, replacement, operation }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var last = found.operation;
        return new ResolvedCard(
            new CardView(found.card, found.holder, found.account, found.freeze, last is { EndedAt: null }, found.label), found.replacement,
            UnconfirmedChanges.Of(last));
    }
}
