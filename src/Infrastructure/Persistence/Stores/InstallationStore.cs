using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class InstallationStore(IssuingDbContext db) : IInstallationStore
{
    public async Task<Installation?> FindAsync(CancellationToken cancellationToken) =>
        await db.Installations.SingleOrDefaultAsync(cancellationToken) is { } row ? new(row.Mode, row.Platform, row.RecordedAt) : null;

    public async Task RecordAsync(Installation installation, CancellationToken cancellationToken)
    {
        db.Installations.Add(new InstallationRow
        {
            Mode = installation.Mode, Platform = installation.Platform, RecordedAt = installation.RecordedAt,
        });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}

internal sealed class InstallationRow
{
    // The key has one value, so that there is one record.
    public int Id { get; init; } = 1;

    public required PortalMode Mode { get; init; }

    public required AccountId Platform { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

internal sealed class InstallationConfiguration : IEntityTypeConfiguration<InstallationRow>
{
    public void Configure(EntityTypeBuilder<InstallationRow> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.ToTable("Installation", table => table.HasCheckConstraint("CK_Installation_One", "\"Id\" = 1"));
    }
}
