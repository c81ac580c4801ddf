using CleanIssuing.Application.StripeSync.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class WebhookEventConfiguration : IEntityTypeConfiguration<WebhookEvent>
{
    public void Configure(EntityTypeBuilder<WebhookEvent> builder)
    {
        builder.Property(e => e.Id).HasMaxLength(255);
        builder.Property(e => e.Type).HasMaxLength(255);
        builder.Property(e => e.Failure).HasMaxLength(255);
        builder.Property(e => e.Payload).HasMaxLength(WebhookEvent.LargestPayload);
        builder.HasIndex(e => new { e.State, e.CreatedAt, e.Id });
    }
}
