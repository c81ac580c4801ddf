using CleanIssuing.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CleanIssuing.UnitTests.Persistence;

public class ColumnLengthsTests
{
    [Fact]
    public void Every_column_with_text_has_a_length_that_SQLite_holds_to()
    {
        using var db = new IssuingDbContext(new DbContextOptionsBuilder<IssuingDbContext>().UseSqlite("Data Source=:memory:").Options);
        var texts =
            from table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
            from column in table.Columns
                // A column of JSON has no property.
            where column.PropertyMappings.Count == 0 || column.PropertyMappings[0].TypeMapping.Converter?.ProviderClrType == typeof(string)
                || column.PropertyMappings[0].TypeMapping.ClrType == typeof(string)
            select (Name: $"{table.Name}.{column.Name}", IsLimited: table.CheckConstraints.Any(check =>
                check.Name == $"CK_{table.Name}_{column.Name}_Length" && check.Sql.StartsWith($"length(\"{column.Name}\") <= ")));

        texts.Count().ShouldBeGreaterThan(50);
        texts.Where(text => !text.IsLimited).Select(text => text.Name).ShouldBeEmpty();
    }
}
