using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardLabelConfiguration : IEntityTypeConfiguration<CardLabel>
{
    public void Configure(EntityTypeBuilder<CardLabel> builder)
    {
        builder.HasKey(l => l.CardId);
        builder.Property(l => l.Name).HasMaxLength(CardLabel.LongestName);
        builder.HasIndex(l => l.AccountId);
    }
}
