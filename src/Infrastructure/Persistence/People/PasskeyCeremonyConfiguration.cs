using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class PasskeyCeremonyConfiguration : IEntityTypeConfiguration<PasskeyCeremonyRow>
{
    public void Configure(EntityTypeBuilder<PasskeyCeremonyRow> builder)
    {
        builder.ToTable("PasskeyCeremonies");
        builder.HasKey(c => c.IdHash);
        builder.Property(c => c.IdHash).HasMaxLength(64);
        builder.Property(c => c.UserId).HasMaxLength(450);
        builder.Property(c => c.SessionHash).HasMaxLength(64);
        builder.HasIndex(c => c.ExpiresAt);
    }
}
