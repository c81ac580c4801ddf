using CleanIssuing.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class AuthenticatorConfiguration : IEntityTypeConfiguration<AuthenticatorRow>
{
    public void Configure(EntityTypeBuilder<AuthenticatorRow> builder)
    {
        builder.ToTable("Authenticators");
        builder.HasKey(a => a.UserId);
        builder.Property(a => a.ProtectedKey).HasMaxLength(500);
        builder.HasOne<AppUser>().WithOne().HasForeignKey<AuthenticatorRow>(a => a.UserId);
    }
}
