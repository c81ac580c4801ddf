using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class DailySpendConfiguration : IEntityTypeConfiguration<DailySpend>
{
    public void Configure(EntityTypeBuilder<DailySpend> builder)
    {
        builder.HasKey(s => new { s.AccountId, s.Dimension, s.Day, s.Currency, s.Key });
        builder.Property(s => s.AmountMinor).HasColumnName("Amount");
        builder.Property(s => s.Key).HasMaxLength(255);
    }
}
