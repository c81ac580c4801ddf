using System.ComponentModel.DataAnnotations;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>Where our own data is. Bound to the section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Database";

    /// <summary>The SQLite file; a relative path starts at the content root.</summary>
    [Required]
    public string Path { get; set; } = "App_Data/cleanissuing.db";
}
