using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class TransactionConfiguration : IEntityTypeConfiguration<IssuingTransaction>
{
    public void Configure(EntityTypeBuilder<IssuingTransaction> builder)
    {
        builder.Property(t => t.Id).HasMaxLength(255);
        builder.ComplexProperty(t => t.Amount, MoneyColumns.Configure);
        builder.Property(t => t.Merchant).HasMaxLength(255);
        builder.HasIndex(t => t.AuthorizationId);
        builder.HasIndex(t => new { t.CardId, t.CreatedAt });
    }
}
