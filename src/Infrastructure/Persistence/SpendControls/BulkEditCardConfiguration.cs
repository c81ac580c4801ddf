using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class BulkEditCardConfiguration : IEntityTypeConfiguration<BulkEditCardRow>
{
    public void Configure(EntityTypeBuilder<BulkEditCardRow> builder)
    {
        builder.HasKey(c => new { c.BulkEditId, c.CardId });
        builder.HasOne<BulkEditRow>().WithMany().HasForeignKey(c => c.BulkEditId);
        builder.Property(c => c.Details).HasMaxLength(Detail.MaxLength);
        builder.Property(c => c.Before).HasMaxLength(SpendingControlsJson.MaxLength);
        builder.Property(c => c.Version).HasMaxLength(64);
        builder.HasIndex(c => new { c.Outcome, c.BulkEditId, c.Position });
    }
}
