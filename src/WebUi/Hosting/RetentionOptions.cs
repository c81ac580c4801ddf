using System.ComponentModel.DataAnnotations;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>How long is kept what nobody needs any more.</summary>
public sealed class RetentionOptions
{
    /// <summary>Changes at Stripe that have ended.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Operations { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The audit log. Without a value it is kept for ever.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan? AuditLog { get; set; }
}
