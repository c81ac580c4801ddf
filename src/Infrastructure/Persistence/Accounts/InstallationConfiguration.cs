using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class InstallationConfiguration : IEntityTypeConfiguration<InstallationRow>
{
    public void Configure(EntityTypeBuilder<InstallationRow> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.ToTable("Installation", table => table.HasCheckConstraint("CK_Installation_One", "\"Id\" = 1"));
    }
}
