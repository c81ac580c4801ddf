using CleanIssuing.Application.Embedded;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Embedded;

internal sealed class ComponentSessionConfiguration : IEntityTypeConfiguration<ComponentSession>
{
    public void Configure(EntityTypeBuilder<ComponentSession> builder)
    {
        builder.Property<long>("Id");
        builder.HasKey("Id");
        builder.Property(o => o.UserId).HasMaxLength(64);
        builder.Property(o => o.UserName).HasMaxLength(256);
        builder.Property(o => o.IpAddress).HasMaxLength(45);
        builder.HasIndex(o => new { o.AccountId, o.At });
    }
}
