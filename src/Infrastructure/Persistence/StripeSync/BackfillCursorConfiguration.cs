using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class BackfillCursorConfiguration : IEntityTypeConfiguration<BackfillCursorRow>
{
    public void Configure(EntityTypeBuilder<BackfillCursorRow> builder) => builder.HasKey(c => c.AccountId);
}
