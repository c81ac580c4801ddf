using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardLabelStore(IssuingDbContext db, IUnitOfWork unitOfWork, AccountContext context) : ICardLabelStore
{
    public Task SaveAsync(CardLabel label, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            db.Upsert(await db.CardLabels.AsTracking().FirstOrDefaultAsync(l => l.CardId == label.CardId, cancellationToken), label);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            context.Forget();
        },
        cancellationToken);
}
