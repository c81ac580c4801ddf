using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class AuthorizationConfiguration : IEntityTypeConfiguration<Authorization>
{
    public void Configure(EntityTypeBuilder<Authorization> builder)
    {
        builder.ComplexProperty(a => a.Amount, MoneyColumns.Configure);
        builder.ComplexProperty(a => a.MerchantAmount, amount =>
        {
            amount.Property(m => m.Minor).HasColumnName("MerchantAmount");
            amount.Property(m => m.Currency).HasColumnName("MerchantCurrency");
        });
        builder.Property(a => a.AskedMinor).HasColumnName("Asked");
        builder.Property(a => a.CapturedMinor).HasColumnName("Captured");
        builder.Property(a => a.RefundedMinor).HasColumnName("Refunded");
        builder.Property(a => a.City).HasMaxLength(100);
        builder.Property(a => a.NetworkId).HasMaxLength(64);
        builder.Property(a => a.CategoryCode).HasMaxLength(8);
        builder.Property(a => a.Wallet).HasMaxLength(32);
        builder.Property(a => a.Details)
            .HasConversion(details => AuthorizationDetailsJson.Write(details), text => AuthorizationDetailsJson.Read(text))
            .HasMaxLength(AuthorizationDetailsJson.MaxLength);
        builder.Property(a => a.Reason).HasMaxLength(64);
        builder.Property(a => a.Merchant).HasMaxLength(255);
        builder.Property(a => a.Category).HasMaxLength(100);
        builder.Property(a => a.Country).HasMaxLength(2);
        // Read by the million for the backtest: a number is read many times faster than a text.
        builder.Property(a => a.CreatedAt).HasConversion(UnixSeconds.Converter);
        builder.HasIndex(a => new { a.CardId, a.CreatedAt, a.Id });
        builder.HasIndex(a => new { a.CardholderId, a.CreatedAt });
        builder.HasIndex(a => new { a.AccountId, a.CreatedAt, a.Id });
        foreach (var derived in new[]
        {
            nameof(Authorization.Kind), nameof(Authorization.Day), nameof(Authorization.Asked), nameof(Authorization.Spent),
            nameof(Authorization.Refunded), nameof(Authorization.Shown),
        })
            builder.Ignore(derived);
    }
}
