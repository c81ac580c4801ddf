using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.People;

/// <summary>
/// What ties a person to an account: as an admin of it, or as one of its cardholders. A person may have several.
/// </summary>
public sealed record Membership
{
    private Membership()
    {
    }

    public required string UserId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>What the person is there.</summary>
    public required Role Role { get; init; }

    /// <summary>The cardholder that the person is; none for an admin.</summary>
    public CardholderId? CardholderId { get; init; }

    /// <summary>The person runs the account's card program.</summary>
    public static Membership Admin(string userId, AccountId account) =>
        new() { UserId = userId, AccountId = account, Role = Role.Admin };

    /// <summary>The person sees the account's card program.</summary>
    public static Membership Viewer(string userId, AccountId account) =>
        new() { UserId = userId, AccountId = account, Role = Role.Viewer };

    /// <summary>The person is this cardholder of the account.</summary>
    public static Membership Cardholder(string userId, AccountId account, CardholderId cardholder) =>
        new() { UserId = userId, AccountId = account, Role = Role.Cardholder, CardholderId = cardholder };
}
