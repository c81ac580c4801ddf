using CleanIssuing.Application.SpendControls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class BulkEditConfiguration : IEntityTypeConfiguration<BulkEditRow>
{
    public void Configure(EntityTypeBuilder<BulkEditRow> builder)
    {
        builder.Property(b => b.UserId).HasMaxLength(64);
        builder.Property(b => b.UserName).HasMaxLength(256);
        builder.Property(b => b.IpAddress).HasMaxLength(45);
        builder.Property(b => b.Controls).HasMaxLength(2 * SpendingControlsJson.MaxLength);
        builder.Property(b => b.Reason).HasMaxLength(ControlChange.LongestReason);
        builder.HasIndex(b => new { b.AccountId, b.StartedAt });
        // One edit takes another back, whoever was quicker.
        builder.HasIndex(b => b.UndoOf).IsUnique();
    }
}
