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

    private const int Json = 20_000;

    public static void Limit(ModelBuilder builder, bool isSqlite)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            var parts = entity.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties());
            foreach (var property in entity.GetProperties().Concat(parts).Where(IsText))
            {
                if (property.GetMaxLength() is null)
                    property.SetMaxLength(Default);
                var column = property.GetColumnName();
                if (isSqlite)
                    entity.AddCheckConstraint(
                        $"CK_{entity.GetTableName()}_{column}_Length", $"length(\"{column}\") <= {property.GetMaxLength()}");
            }

            // Identity writes what is in there. PostgreSQL reads it as it takes it, and has no length for it.
            foreach (var column in entity.GetNavigations().Select(n => n.TargetEntityType.GetContainerColumnName()).OfType<string>())
            {
                if (isSqlite)
                    entity.AddCheckConstraint($"CK_{entity.GetTableName()}_{column}_Length", $"length(\"{column}\") <= {Json}");
            }
        }
    }

    private static bool IsText(IMutableProperty property) =>
        (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string)
        || property.ClrType.IsEnum || Nullable.GetUnderlyingType(property.ClrType)?.IsEnum == true;
}
