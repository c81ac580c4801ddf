using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanIssuing.Infrastructure.Persistence;

internal static class MoneyColumns
{
    /// <summary>An amount takes two columns: <c>Amount</c>, in the minor unit, and <c>Currency</c>.</summary>
    public static void Configure(ComplexPropertyBuilder<Money> amount)
    {
        amount.Property(m => m.Minor).HasColumnName("Amount");
        amount.Property(m => m.Currency).HasColumnName("Currency");
    }
}
