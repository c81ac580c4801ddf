using CleanIssuing.Application.Authorizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class StaleSpendDayConfiguration : IEntityTypeConfiguration<StaleSpendDay>
{
    public void Configure(EntityTypeBuilder<StaleSpendDay> builder) => builder.HasKey(d => new { d.AccountId, d.Day });
}
