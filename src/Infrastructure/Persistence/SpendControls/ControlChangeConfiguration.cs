using CleanIssuing.Application.SpendControls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class ControlChangeConfiguration : IEntityTypeConfiguration<ControlChange>
{
    public void Configure(EntityTypeBuilder<ControlChange> builder)
    {
        builder.Property(c => c.OwnerId).HasMaxLength(255);
        builder.Property(c => c.ActorId).HasMaxLength(64);
        builder.Property(c => c.ActorName).HasMaxLength(ControlChange.LongestActorName);
        builder.Property(c => c.Reason).HasMaxLength(ControlChange.LongestReason);
        builder.HasIndex(c => new { c.OwnerId, c.Id });
    }
}
