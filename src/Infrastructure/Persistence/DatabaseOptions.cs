using System.ComponentModel.DataAnnotations;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>Where our own data is. Bound to the section <c>Database</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>The SQLite file; a relative path starts at the content root.</summary>
    [Required]
    public string Path { get; set; } = "App_Data/cleanissuing.db";

    /// <summary>Of PostgreSQL: <c>Host=…;Database=…;Username=…;Password=…</c>.</summary>
    public string? ConnectionString { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new ValidationResult("Database:Provider is Postgres, so Database:ConnectionString is needed.");
        if (Provider == DatabaseProvider.Sqlite && !string.IsNullOrWhiteSpace(ConnectionString))
            yield return new ValidationResult(
                "Database:ConnectionString is for PostgreSQL: set Database:Provider=Postgres too, or remove it. SQLite takes "
                + "Database:Path.");
    }
}
