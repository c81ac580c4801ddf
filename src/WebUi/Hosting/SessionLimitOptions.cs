using System.ComponentModel.DataAnnotations;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>How long a session lasts.</summary>
public sealed class SessionLimitOptions
{
    /// <summary>Without anything that the person does by themselves.</summary>
    [Range(typeof(TimeSpan), "00:03:00", "12:00:00")]
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Whatever they do.</summary>
    [Range(typeof(TimeSpan), "00:03:00", "1.00:00:00")]
    public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(12);
}
