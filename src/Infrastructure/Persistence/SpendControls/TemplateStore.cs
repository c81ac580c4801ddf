using CleanIssuing.Application.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class TemplateStore(IssuingDbContext db) : ITemplateStore
{
    public async Task<IReadOnlyList<ControlTemplate>> ListForAccountAsync(AccountId account, CancellationToken cancellationToken) =>
        await db.ControlTemplates.Where(t => t.AccountId == account).OrderBy(t => t.Name).ToListAsync(cancellationToken);

    public async Task SaveAsync(ControlTemplate template, CancellationToken cancellationToken)
    {
        await db.ControlTemplates.Where(t => t.AccountId == template.AccountId && t.Name == template.Name)
            .ExecuteDeleteAsync(cancellationToken);
        db.ControlTemplates.Add(template);
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task DeleteAsync(AccountId account, Guid id, CancellationToken cancellationToken) =>
        db.ControlTemplates.Where(t => t.AccountId == account && t.Id == id).ExecuteDeleteAsync(cancellationToken);
}
