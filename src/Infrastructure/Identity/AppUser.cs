using Microsoft.AspNetCore.Identity;

namespace CleanIssuing.Infrastructure.Identity;

/// <summary>A person who can sign in.</summary>
public sealed class AppUser : IdentityUser
{
    /// <summary>The name they are greeted by.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Since when they may sign in no more (UTC); none while they may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
}
