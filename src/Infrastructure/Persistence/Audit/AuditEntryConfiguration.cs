using CleanIssuing.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(e => e.ActorId).HasMaxLength(64);
        builder.Property(e => e.ActorName).HasMaxLength(256);
        builder.Property(e => e.IpAddress).HasMaxLength(45);
        builder.Property(e => e.Action).HasMaxLength(64);
        builder.Property(e => e.Subject).HasMaxLength(255);
        builder.Property(e => e.Reason).HasMaxLength(64);
        builder.Property(e => e.StripeRequestId).HasMaxLength(255);
        builder.Property(e => e.Details).HasMaxLength(Detail.MaxLength);
        builder.HasIndex(e => new { e.Subject, e.Id });
        builder.HasIndex(e => new { e.AccountId, e.Id });
    }
}
