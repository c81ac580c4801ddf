using CleanIssuing.Application.StripeSync.Replicas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class RefreshQueueConfiguration : IEntityTypeConfiguration<RefreshQueueItem>
{
    public void Configure(EntityTypeBuilder<RefreshQueueItem> builder)
    {
        builder.HasKey(o => o.ObjectId);
        builder.Property(o => o.ObjectId).HasMaxLength(255);
        builder.HasIndex(o => o.DueAt);
    }
}
