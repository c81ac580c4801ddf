using CleanIssuing.Application.Embedded;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Embedded;

internal sealed class ComponentSessionStore(IssuingDbContext db, IUnitOfWork unitOfWork) : IComponentSessionStore, IComponentEditors
{
    public async Task AddAsync(ComponentSession session, CancellationToken cancellationToken)
    {
        db.ComponentSessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        db.ComponentSessions.Where(s => s.At < before).OrderBy(s => s.At).DeleteInTurnsAsync(unitOfWork, cancellationToken);

    public async Task<IReadOnlyList<ComponentEditor>> ListSinceAsync(
        AccountId account, DateTimeOffset since, CancellationToken cancellationToken) =>
        await db.ComponentSessions.Where(s => s.AccountId == account && s.CanManage && s.At >= since).OrderByDescending(s => s.At)
            .Select(s => new ComponentEditor(s.UserId, s.UserName, s.IpAddress)).ToListAsync(cancellationToken);
}
