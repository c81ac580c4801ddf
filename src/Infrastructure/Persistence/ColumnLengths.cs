using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>
/// Gives every text column a length that the database itself holds to, so that nobody fills the disk through a field that a validator
/// forgot. PostgreSQL does by the column's type; SQLite needs a check.
/// </summary>
internal static class ColumnLengths
{
    private const int Default = 4096;

    public static void Limit(ModelBuilder builder, bool isSqlite)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            foreach (var property in entity.GetProperties().Where(IsText))
            {
                if (property.GetMaxLength() is null)
                    property.SetMaxLength(Default);
                if (isSqlite)
                    entity.AddCheckConstraint(
                        $"CK_{entity.GetTableName()}_{property.Name}_Length", $"length(\"{property.Name}\") <= {property.GetMaxLength()}");
            }
        }
    }

    private static bool IsText(IMutableProperty property) =>
        (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string)
        || property.ClrType.IsEnum || Nullable.GetUnderlyingType(property.ClrType)?.IsEnum == true;
}
