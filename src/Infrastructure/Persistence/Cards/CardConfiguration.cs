using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardConfiguration : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.Property(c => c.CardholderName).HasMaxLength(255);
        builder.Property(c => c.Brand).HasMaxLength(32);
        builder.Property(c => c.Last4).HasMaxLength(4);
        builder.HasIndex(c => new { c.AccountId, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.CreatedAt, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.Last4, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.Last4, c.CreatedAt, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.CardholderName, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.Status, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.ExpYear, c.ExpMonth, c.Id });
        builder.HasIndex(c => c.CardholderId);
        // Counted by state, without reading the cards.
        builder.HasIndex(c => new { c.AccountId, c.Status, c.ExpYear, c.ExpMonth, c.ShippingStatus, c.HasBeenActive });
        builder.HasIndex(c => c.ReplacementFor);
    }
}
