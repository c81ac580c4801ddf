using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardLabelStore(IssuingDbContext db, IUnitOfWork unitOfWork, AccountContext context) : ICardLabelStore
{
    public Task SaveAsync(CardLabel label, CancellationToken cancellationToken) => SaveAsync(label, isNewOnly: false, cancellationToken);

    public Task AddAsync(CardLabel label, CancellationToken cancellationToken) => SaveAsync(label, isNewOnly: true, cancellationToken);

    private Task SaveAsync(CardLabel label, bool isNewOnly, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            var kept = await db.CardLabels.AsTracking().FirstOrDefaultAsync(l => l.CardId == label.CardId, cancellationToken);
            if (kept is not null && isNewOnly)
                return;
            db.Upsert(kept, label);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            context.Forget();
        },
        cancellationToken);
}
