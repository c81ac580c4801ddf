using CleanIssuing.Application.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class InstallationStore(IssuingDbContext db) : IInstallationStore
{
    public async Task<Installation?> FindAsync(CancellationToken cancellationToken) =>
        await db.Installations.SingleOrDefaultAsync(cancellationToken) is { } row ? new(row.Mode, row.Platform, row.RecordedAt) : null;

    public async Task RecordAsync(Installation installation, CancellationToken cancellationToken)
    {
        db.Installations.Add(new InstallationRow
        {
            Mode = installation.Mode,
            Platform = installation.Platform,
            RecordedAt = installation.RecordedAt,
        });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
