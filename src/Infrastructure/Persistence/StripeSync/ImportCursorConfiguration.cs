using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class ImportCursorConfiguration : IEntityTypeConfiguration<ImportCursorRow>
{
    public void Configure(EntityTypeBuilder<ImportCursorRow> builder)
    {
        builder.HasKey(l => new { l.AccountId, l.Step });
        builder.Property(l => l.After).HasMaxLength(255);
    }
}
