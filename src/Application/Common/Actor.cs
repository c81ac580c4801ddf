namespace CleanIssuing.Application.Common;

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

    /// <summary>Stripe itself: the signature of what it sent has been checked.</summary>
    public static Actor Stripe(string? ipAddress = null) => new() { IsStripe = true, Name = "stripe", IpAddress = ipAddress };

    /// <summary>The person's id; none when anonymous.</summary>
    public string? UserId { get; private init; }

    /// <summary>The person's sign-in name.</summary>
    public string? Name { get; private init; }

    /// <summary>The address that the request came from.</summary>
    public string? IpAddress { get; private init; }

    /// <summary>Whether it is the application itself.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>Whether it is Stripe.</summary>
    public bool IsStripe { get; private init; }
}

/// <summary>Tells who asks in the present scope.</summary>
public interface ICurrentActor
{
    /// <summary>Who asks; anonymous where nobody is known.</summary>
    Actor Actor { get; }
}
