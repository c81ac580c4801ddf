using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class AuthorizationConfiguration : IEntityTypeConfiguration<Authorization>
{
    public void Configure(EntityTypeBuilder<Authorization> builder)
    {
        builder.ComplexProperty(a => a.Amount, MoneyColumns.Configure);
        builder.Property(a => a.Reason).HasMaxLength(64);
        builder.Property(a => a.Merchant).HasMaxLength(255);
        builder.Property(a => a.Category).HasMaxLength(100);
        builder.Property(a => a.Country).HasMaxLength(2);
        // Read by the million for the backtest: a number is read many times faster than a text.
        builder.Property(a => a.CreatedAt).HasConversion(UnixSeconds.Converter);
        builder.HasIndex(a => new { a.CardId, a.CreatedAt, a.Id });
        builder.HasIndex(a => new { a.CardholderId, a.CreatedAt });
        builder.Ignore(a => a.Kind);
        builder.Ignore(a => a.Day);
    }
}
