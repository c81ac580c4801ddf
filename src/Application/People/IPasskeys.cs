namespace CleanIssuing.Application.People;

/// <summary>Keeps passkeys, and checks what authenticators say with them.</summary>
public interface IPasskeys
{
    /// <summary>Those of the person, the oldest first.</summary>
    Task<IReadOnlyList<Passkey>> ListAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Asks for a new passkey of the person.</summary>
    Task<PasskeyCeremony> StartAddingAsync(string userId, CancellationToken cancellationToken);

    /// <param name="answer">A question is answered once, in the session that it was asked in.</param>
    /// <returns>Whether the answer holds, and the passkey is kept.</returns>
    Task<bool> AddAsync(string userId, PasskeyAnswer answer, string name, CancellationToken cancellationToken);

    /// <summary>Asks for a passkey: of this person, or of anybody where nobody is given.</summary>
    Task<PasskeyCeremony> StartProvingAsync(string? userId, CancellationToken cancellationToken);

    /// <returns>Whose passkey it was; none where the answer does not hold, or the passkey is somebody else’s.</returns>
    Task<string?> ProveAsync(string? userId, PasskeyAnswer answer, CancellationToken cancellationToken);

    /// <returns>Whether it was one of the person’s.</returns>
    Task<bool> RemoveAsync(string userId, string key, CancellationToken cancellationToken);

    /// <summary>Removes questions that nobody answered.</summary>
    Task PruneAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
