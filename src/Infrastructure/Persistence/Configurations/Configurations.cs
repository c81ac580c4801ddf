using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Configurations;

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

internal sealed class CardholderConfiguration : IEntityTypeConfiguration<Cardholder>
{
    public void Configure(EntityTypeBuilder<Cardholder> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(255);
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.HasIndex(c => new { c.AccountId, c.Name, c.Id });
    }
}

internal sealed class CardConfiguration : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.Property(c => c.CardholderName).HasMaxLength(255);
        builder.Property(c => c.Brand).HasMaxLength(32);
        builder.Property(c => c.Last4).HasMaxLength(4);
        builder.Property(c => c.Currency).HasMaxLength(3);
        builder.HasIndex(c => new { c.AccountId, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.CreatedAt, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.Last4, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.Last4, c.CreatedAt, c.Id });
        builder.HasIndex(c => new { c.AccountId, c.CardholderName, c.Id });
        builder.HasIndex(c => c.CardholderId);
        builder.HasIndex(c => c.ReplacementFor);
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.Property<long>("Id");
        builder.HasKey("Id");
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.UserId);
        // No foreign key to the copies: a person may be added before their card has been copied.
        builder.HasIndex(m => new { m.UserId, m.AccountId, m.Role, m.CardholderId }).IsUnique();
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(e => e.ActorId).HasMaxLength(64);
        builder.Property(e => e.ActorName).HasMaxLength(256);
        builder.Property(e => e.IpAddress).HasMaxLength(45);
        builder.Property(e => e.Action).HasMaxLength(64);
        builder.Property(e => e.Subject).HasMaxLength(255);
        builder.Property(e => e.Reason).HasMaxLength(64);
        builder.Property(e => e.StripeRequestId).HasMaxLength(255);
        builder.Property(e => e.Details).HasMaxLength(AuditEntry.MaxDetails);
        builder.HasIndex(e => new { e.Subject, e.Id });
        builder.HasIndex(e => new { e.AccountId, e.Id });
    }
}

internal sealed class ImportListConfiguration : IEntityTypeConfiguration<ImportList>
{
    public void Configure(EntityTypeBuilder<ImportList> builder)
    {
        builder.HasKey(l => new { l.AccountId, l.Step });
        builder.Property(l => l.After).HasMaxLength(255);
    }
}

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder) => builder.Property(u => u.DisplayName).HasMaxLength(100);
}
