using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Application.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class ControlHistory(IssuingDbContext db) : IControlHistory, ICardControlsTimeline
{
    // Further back nobody looks for who set a control.
    private const int OriginWithin = 200;

    public async Task AddAsync(ControlChange change, CancellationToken cancellationToken)
    {
        db.ControlChanges.Add(change);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    public async Task<IReadOnlyList<ControlChange>> ListAsync(
        string ownerId, long? before, int take, CancellationToken cancellationToken)
    {
        var changes = db.ControlChanges.Where(c => c.OwnerId == ownerId);
        if (before is not null && !await changes.AnyAsync(c => c.Id == before, cancellationToken))
            throw InvalidReason.Cursor.For("before");
        return await changes.Where(c => before == null || c.Id < before).OrderByDescending(c => c.Id).Take(take)
            .ToListAsync(cancellationToken);
    }

    public Task<ControlChange?> GetLatestAsync(string ownerId, CancellationToken cancellationToken) =>
        db.ControlChanges.Where(c => c.OwnerId == ownerId).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);

    public Task<ControlChange?> FindByOperationAsync(string ownerId, Guid operationKey, CancellationToken cancellationToken) =>
        db.ControlChanges.FirstOrDefaultAsync(c => c.OwnerId == ownerId && c.OperationKey == operationKey, cancellationToken);

    public Task<ControlChange?> FindAsync(string ownerId, long id, CancellationToken cancellationToken) =>
        db.ControlChanges.FirstOrDefaultAsync(c => c.OwnerId == ownerId && c.Id == id, cancellationToken);

    public async Task<IReadOnlyDictionary<DateTimeOffset, ControlsThen>> GetAtAsync(
        CardId card, CardholderId cardholder, IReadOnlyCollection<DateTimeOffset> moments, CancellationToken cancellationToken)
    {
        // Stripe dates purchases to the second: a change of the same second came before.
        var earliest = moments.Min().AddSeconds(1);
        string[] owners = [card.Value, cardholder.Value];
        var changes = (await db.ControlChanges.Where(c => owners.Contains(c.OwnerId) && c.At >= earliest).OrderBy(c => c.Id)
            .ToListAsync(cancellationToken)).ToLookup(c => c.OwnerId, StringComparer.Ordinal);
        return moments.Distinct().ToDictionary(
            moment => moment, moment => new ControlsThen(Before(card.Value, moment), Before(cardholder.Value, moment)));

        SpendingControls? Before(string owner, DateTimeOffset moment) =>
            changes[owner].FirstOrDefault(c => c.At >= moment.AddSeconds(1))?.Before;
    }

    public async Task<ControlOrigin?> FindOriginAsync(
        string ownerId, DateTimeOffset moment, Func<SpendingControls, bool> isThere, CancellationToken cancellationToken)
    {
        // As above: what changed in the same second came before.
        var end = moment.AddSeconds(1);
        var changes = db.ControlChanges.Where(c => c.OwnerId == ownerId && c.At < end).OrderByDescending(c => c.Id).Take(OriginWithin)
            .AsAsyncEnumerable();
        await foreach (var change in changes.WithCancellation(cancellationToken))
        {
            if (!isThere(change.After))
                return null;
            // Who had Stripe's component open is a guess, so nobody is named.
            if (!isThere(change.Before))
                return new ControlOrigin(change.At, change.Source == ControlChangeSource.Portal ? change.ActorId : null, null);
        }

        return null;
    }
}
