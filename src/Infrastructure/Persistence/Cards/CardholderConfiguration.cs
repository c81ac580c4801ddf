using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardholderConfiguration : IEntityTypeConfiguration<Cardholder>
{
    public void Configure(EntityTypeBuilder<Cardholder> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(255);
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.HasIndex(c => new { c.AccountId, c.Name, c.Id });
    }
}
