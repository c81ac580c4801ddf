using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class PurchaseMemoConfiguration : IEntityTypeConfiguration<PurchaseMemo>
{
    public void Configure(EntityTypeBuilder<PurchaseMemo> builder)
    {
        builder.HasKey(m => m.AuthorizationId);
        builder.Property(m => m.Text).HasMaxLength(PurchaseMemo.LongestText);
    }
}
