namespace CleanIssuing.Application.Common.Access;

/// <summary>Who asks, and from where.</summary>
public sealed record Actor
{
    private Actor()
    {
    }

    /// <summary>Nobody has signed in.</summary>
    public static Actor Anonymous(string? ipAddress = null) => new() { IpAddress = ipAddress };

    /// <summary>A person who has signed in.</summary>
    public static Actor Person(string userId, string name, string? ipAddress = null) =>
        new() { UserId = userId, Name = name, IpAddress = ipAddress };

    /// <summary>The application itself, or whoever runs it on its machine.</summary>
    public static Actor System { get; } = new() { IsSystem = true, Name = "system" };

    /// <summary>Stripe's webhook: the signature of what it sent has been checked.</summary>
    public static Actor Webhook(string? ipAddress = null) => new() { IsWebhook = true, Name = "stripe", IpAddress = ipAddress };

    /// <summary>None when anonymous.</summary>
    public string? UserId { get; private init; }

    /// <summary>The sign-in name.</summary>
    public string? Name { get; private init; }

    public string? IpAddress { get; private init; }

    public bool IsSystem { get; private init; }

    public bool IsWebhook { get; private init; }
}
