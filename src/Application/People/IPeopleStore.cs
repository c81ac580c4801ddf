using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>Keeps who may sign in, and which roles they have where.</summary>
public interface IPeopleStore
{
    /// <summary>Adds a person, or finds the one with this address, whose password stays.</summary>
    /// <returns>The person's id, or what is wrong with the password where it was refused.</returns>
    Task<(string? UserId, bool IsNew, IReadOnlyList<string> Problems)> AddAsync(
        string email, string name, string password, CancellationToken cancellationToken);

    /// <summary>Whether somebody signs in with this address.</summary>
    Task<bool> ExistsAsync(string email, CancellationToken cancellationToken);

    /// <summary>The account that a cardholder belongs to, where that is known here already.</summary>
    Task<AccountId?> FindAccountOfAsync(CardholderId cardholder, CancellationToken cancellationToken);

    /// <returns>Whether it is new.</returns>
    Task<bool> AddMembershipAsync(Membership membership, CancellationToken cancellationToken);

    /// <returns>How many there were; none where there is no such person.</returns>
    Task<int?> RemoveMembershipsAsync(string email, AccountId account, Role role, CancellationToken cancellationToken);

    /// <summary>Sets a new password, ends the person's sessions, and forgets the devices they have used.</summary>
    Task<(bool Found, IReadOnlyList<string> Problems)> SetPasswordAsync(string email, string password, CancellationToken cancellationToken);

    /// <summary>Ends every session of the person and keeps them from signing in.</summary>
    /// <returns>Whether there is such a person.</returns>
    Task<bool> DisableAsync(string email, CancellationToken cancellationToken);

    /// <returns>Whether there is such a person.</returns>
    Task<bool> EnableAsync(string email, CancellationToken cancellationToken);

    Task<IReadOnlyList<PersonListed>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The ids of those of the accounts whose name has the text in it.</summary>
    Task<IReadOnlyList<string>> FindIdsAsync(
        IReadOnlyCollection<AccountId> accounts, string text, int take, CancellationToken cancellationToken);

    /// <summary>What these people are called, by their ids; those who are gone are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> GetNamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
