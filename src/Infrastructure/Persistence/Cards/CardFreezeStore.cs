using CleanIssuing.Application.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardFreezeStore(IssuingDbContext db, AccountContext context) : ICardFreezeStore
{
    public async Task SaveFreezeAsync(CardFreeze freeze, CancellationToken cancellationToken)
    {
        db.Upsert(await db.CardFreezes.AsTracking().FirstOrDefaultAsync(f => f.CardId == freeze.CardId, cancellationToken), freeze);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        context.Forget();
    }

    public async Task ClearFreezeAsync(CardId card, CancellationToken cancellationToken)
    {
        await db.CardFreezes.Where(f => f.CardId == card).ExecuteDeleteAsync(cancellationToken);
        context.Forget();
    }
}
