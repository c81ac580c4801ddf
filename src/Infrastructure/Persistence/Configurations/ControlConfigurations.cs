using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Embedded;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Configurations;

internal sealed class AuthorizationConfiguration : IEntityTypeConfiguration<Authorization>
{
    public void Configure(EntityTypeBuilder<Authorization> builder)
    {
        builder.Property(a => a.Currency).HasMaxLength(3);
        builder.Property(a => a.Reason).HasMaxLength(64);
        builder.Property(a => a.Merchant).HasMaxLength(255);
        builder.Property(a => a.Category).HasMaxLength(100);
        builder.Property(a => a.Country).HasMaxLength(2);
        // Read by the million for the what-if: a number is read many times faster than a text.
        builder.Property(a => a.CreatedAt).HasConversion(UnixSeconds.Converter);
        builder.HasIndex(a => new { a.CardId, a.CreatedAt, a.Id });
        builder.HasIndex(a => new { a.CardholderId, a.CreatedAt });
        builder.Ignore(a => a.Kind);
        builder.Ignore(a => a.Day);
    }
}

internal sealed class TransactionConfiguration : IEntityTypeConfiguration<IssuingTransaction>
{
    public void Configure(EntityTypeBuilder<IssuingTransaction> builder)
    {
        builder.Property(t => t.Id).HasMaxLength(255);
        builder.Property(t => t.Currency).HasMaxLength(3);
        builder.Property(t => t.Merchant).HasMaxLength(255);
        builder.HasIndex(t => t.AuthorizationId);
        builder.HasIndex(t => new { t.CardId, t.CreatedAt });
    }
}

internal sealed class CardFreezeConfiguration : IEntityTypeConfiguration<CardFreeze>
{
    public void Configure(EntityTypeBuilder<CardFreeze> builder)
    {
        builder.HasKey(f => f.CardId);
        builder.Property(f => f.ById).HasMaxLength(64);
        builder.Property(f => f.ByName).HasMaxLength(256);
    }
}

internal sealed class ControlChangeConfiguration : IEntityTypeConfiguration<ControlChange>
{
    public void Configure(EntityTypeBuilder<ControlChange> builder)
    {
        builder.Property(c => c.ActorId).HasMaxLength(64);
        builder.Property(c => c.ActorName).HasMaxLength(256);
        builder.Property(c => c.Reason).HasMaxLength(500);
        builder.HasIndex(c => new { c.CardId, c.Id });
    }
}

internal sealed class ControlTemplateConfiguration : IEntityTypeConfiguration<ControlTemplate>
{
    public void Configure(EntityTypeBuilder<ControlTemplate> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(60);
        builder.Property(t => t.Currency).HasMaxLength(3);
        builder.HasIndex(t => new { t.AccountId, t.Name }).IsUnique();
    }
}

internal sealed class BulkEditConfiguration : IEntityTypeConfiguration<BulkEditRow>
{
    public void Configure(EntityTypeBuilder<BulkEditRow> builder)
    {
        builder.Property(b => b.UserId).HasMaxLength(64);
        builder.Property(b => b.UserName).HasMaxLength(256);
        builder.Property(b => b.IpAddress).HasMaxLength(45);
        builder.Property(b => b.Reason).HasMaxLength(500);
        builder.HasIndex(b => new { b.AccountId, b.StartedAt });
    }
}

internal sealed class BulkEditCardConfiguration : IEntityTypeConfiguration<BulkEditCardRow>
{
    public void Configure(EntityTypeBuilder<BulkEditCardRow> builder)
    {
        builder.HasKey(c => new { c.BulkEditId, c.CardId });
        builder.HasOne<BulkEditRow>().WithMany().HasForeignKey(c => c.BulkEditId);
        builder.Property(c => c.Message).HasMaxLength(1000);
        builder.HasIndex(c => new { c.Outcome, c.BulkEditId, c.Position });
    }
}

internal sealed class StripeWriteConfiguration : IEntityTypeConfiguration<StripeWriteRow>
{
    public void Configure(EntityTypeBuilder<StripeWriteRow> builder)
    {
        builder.Property(w => w.Kind).HasMaxLength(64);
        builder.Property(w => w.Subject).HasMaxLength(255);
        builder.Property(w => w.ActorId).HasMaxLength(64);
        builder.Property(w => w.ActorName).HasMaxLength(256);
        builder.Property(w => w.RequestId).HasMaxLength(80);
        builder.Property(w => w.Result).HasMaxLength(255);
        builder.HasIndex(w => w.Key).IsUnique();
        // One change of a thing is under way at a time.
        builder.HasIndex(w => w.Subject).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        // A second click is the same change.
        builder.HasIndex(w => new { w.RequestId, w.ActorId, w.Kind, w.Subject }).IsUnique();
    }
}

internal sealed class InboxEventConfiguration : IEntityTypeConfiguration<InboxEvent>
{
    public void Configure(EntityTypeBuilder<InboxEvent> builder)
    {
        builder.Property(e => e.Id).HasMaxLength(255);
        builder.Property(e => e.Type).HasMaxLength(255);
        builder.Property(e => e.Failure).HasMaxLength(255);
        builder.HasIndex(e => new { e.State, e.CreatedAt, e.Id });
        builder.HasIndex(e => new { e.AccountId, e.CreatedAt });
    }
}

internal sealed class ObjectToReadConfiguration : IEntityTypeConfiguration<ObjectToRead>
{
    public void Configure(EntityTypeBuilder<ObjectToRead> builder)
    {
        builder.HasKey(o => o.ObjectId);
        builder.Property(o => o.ObjectId).HasMaxLength(255);
    }
}

internal sealed class OpenedComponentsConfiguration : IEntityTypeConfiguration<OpenedComponents>
{
    public void Configure(EntityTypeBuilder<OpenedComponents> builder)
    {
        builder.Property<long>("Id");
        builder.HasKey("Id");
        builder.Property(o => o.UserId).HasMaxLength(64);
        builder.Property(o => o.UserName).HasMaxLength(256);
        builder.Property(o => o.IpAddress).HasMaxLength(45);
        builder.HasIndex(o => new { o.AccountId, o.At });
    }
}
