using System.Data;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>
/// Transactions that see each other's writes as if they ran one after the other, on every database. One that lost a race is run anew.
/// </summary>
internal sealed class UnitOfWork(IssuingDbContext db, WriteTurns turns) : IUnitOfWork
{
    private const int TriesAtMost = 50;

    private readonly List<Action> _afterCommit = [];

    public async Task ExecuteAsync(Func<Task> changes, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await changes();
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var turn = await turns.TakeAsync(cancellationToken);
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
                await changes();
                await transaction.CommitAsync(cancellationToken);
                break;
            }
            catch (Exception failure)
            {
                // Whatever is done next in this scope must not bring along what was not committed.
                db.ChangeTracker.Clear();
                _afterCommit.Clear();
                if (attempt == TriesAtMost || !DatabaseErrors.IsRace(failure))
                    throw;
            }
        }

        Action[] due = [.. _afterCommit];
        _afterCommit.Clear();
        foreach (var action in due)
            action();
    }

    public void AfterCommit(Action action)
    {
        if (db.Database.CurrentTransaction is null)
            action();
        else
            _afterCommit.Add(action);
    }
}
