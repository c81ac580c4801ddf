using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Embedded;
using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class OpenedComponentsStore(IssuingDbContext db) : IOpenedComponents
{
    public async Task AddAsync(OpenedComponents opened, CancellationToken cancellationToken)
    {
        db.OpenedComponents.Add(opened);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    public async Task<IReadOnlyList<OpenedComponents>> SinceAsync(AccountId account, DateTimeOffset since, CancellationToken cancellationToken) =>
        await db.OpenedComponents.Where(o => o.AccountId == account && o.CanManage && o.At >= since).OrderByDescending(o => o.At).ToListAsync(cancellationToken);
}

internal sealed class AuditNotes(IssuingDbContext db) : IAuditNotes
{
    public async Task AddAsync(AuditEntry ended, CancellationToken cancellationToken)
    {
        db.AuditEntries.Add(ended);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
