using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Application.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class ControlHistory(IssuingDbContext db) : IControlHistory, ICardControlsTimeline
{
    public async Task AddAsync(ControlChange change, CancellationToken cancellationToken)
    {
        db.ControlChanges.Add(change);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    public async Task<IReadOnlyList<ControlChange>> ListForCardAsync(
        CardId card, long? before, int take, CancellationToken cancellationToken)
    {
        var changes = db.ControlChanges.Where(c => c.CardId == card);
        if (before is not null && !await changes.AnyAsync(c => c.Id == before, cancellationToken))
            throw InvalidReason.Cursor.For("before");
        return await changes.Where(c => before == null || c.Id < before).OrderByDescending(c => c.Id).Take(take)
            .ToListAsync(cancellationToken);
    }

    public Task<ControlChange?> GetLatestAsync(CardId card, CancellationToken cancellationToken) =>
        db.ControlChanges.Where(c => c.CardId == card).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);

    public Task<ControlChange?> FindByOperationAsync(CardId card, Guid operationKey, CancellationToken cancellationToken) =>
        db.ControlChanges.FirstOrDefaultAsync(c => c.CardId == card && c.OperationKey == operationKey, cancellationToken);

    public Task<ControlChange?> FindAsync(CardId card, long id, CancellationToken cancellationToken) =>
        db.ControlChanges.FirstOrDefaultAsync(c => c.CardId == card && c.Id == id, cancellationToken);

    public async Task<IReadOnlyDictionary<DateTimeOffset, SpendingControls>> GetAtAsync(
        CardId card, IReadOnlyCollection<DateTimeOffset> moments, CancellationToken cancellationToken)
    {
        // Stripe dates purchases to the second: a change of the same second came before.
        var earliest = moments.Min().AddSeconds(1);
        var changes = await db.ControlChanges.Where(c => c.CardId == card && c.At >= earliest).OrderBy(c => c.Id)
            .ToListAsync(cancellationToken);
        return moments.Distinct()
            .Select(moment => (Moment: moment, Change: changes.Find(c => c.At >= moment.AddSeconds(1))))
            .Where(pair => pair.Change is not null)
            .ToDictionary(pair => pair.Moment, pair => pair.Change!.Before);
    }
}
