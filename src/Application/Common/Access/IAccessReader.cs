namespace CleanIssuing.Application.Common.Access;

/// <summary>Access lookups, from local data, in one indexed look-up each.</summary>
public interface IAccessReader
{
    /// <returns>None when nothing ties the person to the card, or when there is no such card.</returns>
    Task<CardRelationship?> FindCardRelationshipAsync(string userId, CardId card, CancellationToken cancellationToken);

    /// <summary>The card that a purchase was made with. Says nothing of who may see it.</summary>
    Task<CardId?> FindCardOfAsync(AuthorizationId purchase, CancellationToken cancellationToken);

    /// <summary>The account that a cardholder belongs to. Says nothing of who may see them.</summary>
    Task<AccountId?> FindAccountOfAsync(CardholderId cardholder, CancellationToken cancellationToken);

    Task<bool> IsAdminAsync(string userId, AccountId account, CancellationToken cancellationToken);

    /// <summary>Whether the person is an admin of the platform's own account.</summary>
    Task<bool> IsPlatformAdminAsync(string userId, CancellationToken cancellationToken);

    Task<IReadOnlyList<AccountId>> ListAdministeredAccountsAsync(string userId, CancellationToken cancellationToken);

    /// <summary>The accounts whose cards the person sees: as an admin, or as a viewer.</summary>
    Task<IReadOnlyList<AccountId>> ListVisibleAccountsAsync(string userId, CancellationToken cancellationToken);

    /// <summary>The accounts whose cards the person of this request sees, by name. They were read with their session.</summary>
    IReadOnlyList<SeenAccount> ListSeenAccounts();

    /// <summary>
    /// What an account of the person of this request asks for before card details are shown, and what they have proven. It was read with
    /// their session.
    /// </summary>
    StepUpState GetStepUp(AccountId account);

    /// <summary>What a person is called; none where there is nobody of this id.</summary>
    Task<string?> FindNameAsync(string userId, CancellationToken cancellationToken);

    /// <summary>The cardholders that the person is.</summary>
    Task<IReadOnlyList<CardholderId>> ListOwnCardholdersAsync(string userId, CancellationToken cancellationToken);
}
