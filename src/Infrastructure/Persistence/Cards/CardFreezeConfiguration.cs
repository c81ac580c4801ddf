using CleanIssuing.Application.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardFreezeConfiguration : IEntityTypeConfiguration<CardFreeze>
{
    public void Configure(EntityTypeBuilder<CardFreeze> builder)
    {
        builder.HasKey(f => f.CardId);
        builder.Property(f => f.ById).HasMaxLength(64);
        builder.Property(f => f.ByName).HasMaxLength(256);
    }
}
