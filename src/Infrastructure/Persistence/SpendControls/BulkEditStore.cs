using System.Text.Json;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Application.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class BulkEditStore(IssuingDbContext db, IUnitOfWork unitOfWork) : IBulkEditStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        // One that still has cards to change is under way, however old it is.
        var over = db.BulkEdits.Where(
            e => e.StartedAt < before && !db.BulkEditCards.Any(c => c.BulkEditId == e.Id && c.Outcome == BulkOutcome.Waiting));
        await db.BulkEditCards.Where(c => over.Any(e => e.Id == c.BulkEditId)).ExecuteDeleteAsync(cancellationToken);
        await over.ExecuteDeleteAsync(cancellationToken);
    }

    public Task StartAsync(BulkEdit edit, IReadOnlyList<CardId> cards, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            var row = Row(edit);
            if (await db.BulkEdits.FirstOrDefaultAsync(b => b.Id == edit.Id, cancellationToken) is { } started)
            {
                var chosen = await db.BulkEditCards.Where(c => c.BulkEditId == edit.Id).OrderBy(c => c.Position).Select(c => c.CardId)
                    .ToListAsync(cancellationToken);
                // A second click is the same edit; anything else in the same form is another.
                if (started.UserId != row.UserId || started.Controls != row.Controls || started.Reason != row.Reason
                    || started.Action != row.Action || started.UndoOf != row.UndoOf || !chosen.SequenceEqual(cards))
                    throw new ConflictException(RefusalReason.ChangedSince);
                if (edit.StartedAt - started.StartedAt > SecondClick.Within)
                    throw new ConflictException(RefusalReason.RequestTooOld);
                return;
            }

            if (edit.UndoOf is not null && await db.BulkEdits.AnyAsync(b => b.UndoOf == edit.UndoOf, cancellationToken))
                throw new ConflictException(RefusalReason.ChangedSince);
            db.BulkEdits.Add(row);
            db.BulkEditCards.AddRange(cards.Select((card, position) =>
                new BulkEditCardRow { BulkEditId = edit.Id, CardId = card, Position = position, Outcome = BulkOutcome.Waiting }));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        },
        cancellationToken);

    public async Task<BulkEditProgress?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.BulkEdits.FirstOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } row)
            return null;
        var cards = await (
            from item in db.BulkEditCards
            join card in db.Cards on item.CardId equals card.Id
            join holder in db.Cardholders on card.CardholderId equals holder.Id
            where item.BulkEditId == id
            orderby item.Position
            select new { item.CardId, card.Last4, holder.Name, item.Outcome, item.Details, item.ChangedAt }).ToListAsync(cancellationToken);
        return new BulkEditProgress(
            Edit(row),
            [.. cards.Select(c => new BulkEditCard(c.CardId, c.Last4, c.Name, c.Outcome, Detail.Read(c.Details), c.ChangedAt is not null))],
            await db.BulkEdits.Where(b => b.UndoOf == id).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<BulkEditSummary>> ListAsync(
        IReadOnlyList<AccountId> accounts, bool runningOnly, Guid? before, int take, CancellationToken cancellationToken)
    {
        var edits = db.BulkEdits.Where(e => accounts.Contains(e.AccountId));
        if (runningOnly)
            edits = edits.Where(e => db.BulkEditCards.Any(c => c.BulkEditId == e.Id && c.Outcome == BulkOutcome.Waiting));
        if (before is { } cursor)
        {
            // Looked up among their own, so that nothing is learnt of others.
            var at = await db.BulkEdits.Where(e => accounts.Contains(e.AccountId) && e.Id == cursor)
                .Select(e => (DateTimeOffset?)e.StartedAt).FirstOrDefaultAsync(cancellationToken)
                ?? throw InvalidReason.Cursor.For("before");
            var together = await edits.Where(e => e.StartedAt == at).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(cancellationToken);
            var rest = together.Skip(together.IndexOf(cursor) + 1).ToList();
            edits = edits.Where(e => e.StartedAt < at || rest.Contains(e.Id));
        }

        return await edits.OrderByDescending(e => e.StartedAt).ThenBy(e => e.Id).Take(take)
            .Select(e => new BulkEditSummary(
                e.Id, e.AccountId, e.Action, e.UserName, e.StartedAt, e.Reason,
                db.BulkEditCards.Count(c => c.BulkEditId == e.Id),
                db.BulkEditCards.Count(c => c.BulkEditId == e.Id && c.Outcome == BulkOutcome.Waiting),
                db.BulkEditCards.Count(c => c.BulkEditId == e.Id && c.Outcome == BulkOutcome.Failed)))
            .ToListAsync(cancellationToken);
    }

    public Task<int> CountAsync(IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken) =>
        db.BulkEdits.CountAsync(e => accounts.Contains(e.AccountId), cancellationToken);

    public async Task<IReadOnlyList<AccountId>> ListWaitingAccountsAsync(CancellationToken cancellationToken)
    {
        var edits = await db.BulkEdits
            .Where(b => db.BulkEditCards.Any(c => c.BulkEditId == b.Id && c.Outcome == BulkOutcome.Waiting))
            .OrderBy(b => b.StartedAt).Select(b => b.AccountId).ToListAsync(cancellationToken);
        return [.. edits.Distinct()];
    }

    public async Task<(BulkEdit Edit, CardId Card)?> GetNextAsync(
        AccountId account, IReadOnlyCollection<CardId> skipped, CancellationToken cancellationToken)
    {
        var next = await (
            from item in db.BulkEditCards
            join edit in db.BulkEdits on item.BulkEditId equals edit.Id
            where item.Outcome == BulkOutcome.Waiting && edit.AccountId == account && !skipped.Contains(item.CardId)
            orderby edit.StartedAt, edit.Id, item.Position
            select new { item.CardId, Row = edit }).FirstOrDefaultAsync(cancellationToken);
        return next is null ? null : (Edit(next.Row), next.CardId);
    }

    public Task SetResultAsync(Guid id, CardId card, BulkCardResult result, CancellationToken cancellationToken)
    {
        var text = Detail.Write(result.Details);
        var (at, version) = (result.Undo?.At, result.Undo?.Version);
        var before = result.Undo?.Before is { } controls ? SpendingControlsJson.Write(controls) : null;
        return db.BulkEditCards.Where(c => c.BulkEditId == id && c.CardId == card).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Outcome, result.Outcome).SetProperty(c => c.Details, text).SetProperty(c => c.ChangedAt, at)
                .SetProperty(c => c.Before, before).SetProperty(c => c.Version, version),
            cancellationToken);
    }

    public async Task<BulkUndo?> FindUndoAsync(Guid id, CardId card, CancellationToken cancellationToken) =>
        await db.BulkEditCards.FirstOrDefaultAsync(c => c.BulkEditId == id && c.CardId == card, cancellationToken)
            is { ChangedAt: { } at } row
            ? new BulkUndo(at, row.Before is null ? null : SpendingControlsJson.Read(row.Before), row.Version)
            : null;

    private static BulkEditRow Row(BulkEdit edit) => new()
    {
        Id = edit.Id,
        AccountId = edit.AccountId,
        UserId = edit.UserId,
        UserName = edit.UserName,
        IpAddress = edit.IpAddress,
        StartedAt = edit.StartedAt,
        Controls = JsonSerializer.Serialize(edit.Controls, Json),
        Reason = edit.Reason,
        Action = edit.Action,
        UndoOf = edit.UndoOf,
    };

    private static BulkEdit Edit(BulkEditRow row) => new(
        row.Id, row.AccountId, row.UserId, row.UserName, row.IpAddress, row.StartedAt,
        JsonSerializer.Deserialize<SpendControlsInput>(row.Controls, Json)!, row.Reason, row.Action, row.UndoOf);
}
