using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class OperationConfiguration : IEntityTypeConfiguration<OperationRow>
{
    public const int RequestIdLength = 80;

    public void Configure(EntityTypeBuilder<OperationRow> builder)
    {
        builder.Property(w => w.Kind).HasMaxLength(64);
        builder.Property(w => w.Subject).HasMaxLength(255);
        builder.Property(w => w.ActorId).HasMaxLength(64);
        builder.Property(w => w.ActorName).HasMaxLength(256);
        builder.Property(w => w.RequestId).HasMaxLength(RequestIdLength);
        builder.Property(w => w.Result).HasMaxLength(255);
        builder.Property(w => w.Intent).HasMaxLength(2 * SpendingControlsJson.MaxLength);
        builder.HasIndex(w => w.Key).IsUnique();
        // One operation on a thing is open at a time.
        builder.HasIndex(w => w.Subject).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(w => new { w.Subject, w.Id });
        builder.Property(w => w.Fingerprint).HasMaxLength(64);
        // A second click is the same operation.
        builder.HasIndex(w => w.Fingerprint).IsUnique();
    }
}
