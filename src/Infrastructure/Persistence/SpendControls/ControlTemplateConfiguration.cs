using CleanIssuing.Application.SpendControls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.SpendControls;

internal sealed class ControlTemplateConfiguration : IEntityTypeConfiguration<ControlTemplate>
{
    public void Configure(EntityTypeBuilder<ControlTemplate> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(60);
        builder.HasIndex(t => new { t.AccountId, t.Name }).IsUnique();
    }
}
