using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>Keeps who may sign in, and what they are where.</summary>
public interface IPeopleStore
{
    /// <summary>Adds a person, or finds the one with this address.</summary>
    /// <returns>The person's id, and what is wrong with the password where it was refused.</returns>
    Task<(string? UserId, IReadOnlyList<string> Problems)> AddAsync(
        string email, string name, string password, CancellationToken cancellationToken);

    /// <summary>Whether somebody signs in with this address.</summary>
    Task<bool> ExistsAsync(string email, CancellationToken cancellationToken);

    /// <summary>Adds what the person is in an account; one that is there already stays.</summary>
    Task AddMembershipAsync(Membership membership, CancellationToken cancellationToken);

    /// <summary>Ends every session of the person and lets them sign in no more.</summary>
    /// <returns>Whether there is such a person.</returns>
    Task<bool> DisableAsync(string email, CancellationToken cancellationToken);
}
