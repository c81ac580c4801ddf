using CleanIssuing.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSessionRow>
{
    public void Configure(EntityTypeBuilder<UserSessionRow> builder)
    {
        builder.HasKey(s => s.IdHash);
        builder.Property(s => s.IdHash).HasMaxLength(64);
        builder.Property(s => s.Device).HasMaxLength(200);
        builder.Property(s => s.IpAddress).HasMaxLength(45);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId);
    }
}
