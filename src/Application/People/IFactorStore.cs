namespace CleanIssuing.Application.People;

/// <summary>Keeps what people sign in with besides a password. Keys are kept encrypted, recovery codes as hashes.</summary>
public interface IFactorStore
{
    /// <summary>Whether the person has set up an authenticator app.</summary>
    Task<bool> HasAuthenticatorAsync(string userId, CancellationToken cancellationToken);

    Task<bool> HasPasskeyAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Whether the person has a second factor of any kind: the password alone does not sign in.</summary>
    Task<bool> HasFactorAsync(string userId, CancellationToken cancellationToken);

    Task<Authenticator?> FindAuthenticatorAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Takes the place of one that was never confirmed.</summary>
    /// <returns>Whether it was kept; not where a confirmed one is there.</returns>
    Task<bool> StartAuthenticatorAsync(string userId, byte[] key, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>From now on the person signs in with it.</summary>
    /// <param name="startedAt">When the key was made whose code was right.</param>
    /// <returns>Whether it was: not where somebody did at the same moment, or has begun anew.</returns>
    Task<bool> ConfirmAuthenticatorAsync(
        string userId, DateTimeOffset startedAt, long step, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Uses up the code of this step, and those before it.</summary>
    /// <returns>Whether it was unused.</returns>
    Task<bool> UseStepAsync(string userId, long step, CancellationToken cancellationToken);

    /// <summary>Uses up a recovery code.</summary>
    /// <returns>Whether it was one of this person's, and unused.</returns>
    Task<bool> UseRecoveryCodeAsync(string userId, string hash, CancellationToken cancellationToken);

    /// <summary>Takes the place of all that were there.</summary>
    Task ReplaceRecoveryCodesAsync(string userId, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);

    Task<int> CountRecoveryCodesAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Removes the authenticator app alone.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAuthenticatorAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Removes the authenticator app, the passkeys and the recovery codes.</summary>
    /// <returns>Whether there was anything.</returns>
    Task<bool> RemoveAllAsync(string userId, CancellationToken cancellationToken);
}
