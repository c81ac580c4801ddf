using CleanIssuing.Application.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class TemplateStore(IssuingDbContext db, IUnitOfWork unitOfWork) : ITemplateStore
{
    public async Task<IReadOnlyList<ControlTemplate>> ListForAccountAsync(AccountId account, CancellationToken cancellationToken) =>
        await db.ControlTemplates.Where(t => t.AccountId == account).OrderBy(t => t.Name).ToListAsync(cancellationToken);

    public Task SaveAsync(ControlTemplate template, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            await db.ControlTemplates.Where(t => t.AccountId == template.AccountId && t.Name == template.Name)
                .ExecuteDeleteAsync(cancellationToken);
            db.ControlTemplates.Add(template);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        },
        cancellationToken);

    public async Task<bool> DeleteAsync(AccountId account, Guid id, CancellationToken cancellationToken) =>
        await db.ControlTemplates.Where(t => t.AccountId == account && t.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
}
