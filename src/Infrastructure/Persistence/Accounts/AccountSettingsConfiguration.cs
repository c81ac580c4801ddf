using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class AccountSettingsConfiguration : IEntityTypeConfiguration<AccountSettingsRow>
{
    public void Configure(EntityTypeBuilder<AccountSettingsRow> builder)
    {
        builder.ToTable("AccountSettings");
        // No foreign key to the replica: settings outlive an account that is imported anew.
        builder.HasKey(s => s.AccountId);
    }
}
