using CleanIssuing.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.Name).HasMaxLength(255);
        builder.Ignore(a => a.OnBehalfOf);
        // A second platform is a mistake that no query should have to cope with.
        builder.HasIndex(a => a.Kind).IsUnique().HasFilter("\"Kind\" = 'Platform'");
    }
}
