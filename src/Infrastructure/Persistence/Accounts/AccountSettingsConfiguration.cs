using CleanIssuing.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class AccountSettingsConfiguration : IEntityTypeConfiguration<AccountSettings>
{
    public void Configure(EntityTypeBuilder<AccountSettings> builder)
    {
        builder.ToTable("AccountSettings");
        // No foreign key to the replica: settings outlive an account that is imported anew.
        builder.Property<AccountId>("AccountId");
        builder.HasKey("AccountId");
    }
}
