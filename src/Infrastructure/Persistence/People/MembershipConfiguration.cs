using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.Property<long>("Id");
        builder.HasKey("Id");
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.UserId);
        // No foreign key to the replicas: a person may be added before their card has been imported.
        builder.HasIndex(m => new { m.UserId, m.AccountId, m.Role, m.CardholderId }).IsUnique();
        // That index takes each "none" for another value, so a role without a cardholder has an index of its own.
        builder.HasIndex(m => new { m.UserId, m.AccountId, m.Role }).IsUnique().HasFilter("\"CardholderId\" IS NULL");
    }
}
