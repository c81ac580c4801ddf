using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Access;

/// <summary>
/// Answers the requirements. The person's memberships are read once a request, with the session; whose card a card is, once in the
/// life of the process. What is read of the card on the way is kept for the rest of the request.
/// </summary>
internal sealed class AccessReader(
    UserSessionReader sessions, CardOwnershipCache ownerships, PlatformAccountCache platform, CardholderAccounts cardholders,
    IssuingDbContext db, AccountContext context, TimeProvider time)
    : IAccessReader
{
    public async Task<CardRelationship?> FindCardRelationshipAsync(string userId, CardId card, CancellationToken cancellationToken)
    {
        var wasKnown = ownerships.Find(card) is not null;
        if (await FindOwnershipAsync(card, cancellationToken) is not { } ownership)
            return null;

        var there = (await sessions.ListMembershipsAsync(userId, cancellationToken)).Where(m => m.AccountId == ownership.Account).ToList();
        var relationship = new CardRelationship(
            ownership.Account,
            ownership.OnBehalfOf,
            IsCardholder: there.Exists(m => m.Role == Role.Cardholder && m.CardholderId == ownership.Cardholder),
            IsAdmin: there.Exists(m => m.Role == Role.Admin),
            IsViewer: there.Exists(m => m.Role == Role.Viewer));
        if (relationship is not { IsCardholder: false, IsAdmin: false, IsViewer: false })
            return relationship;
        // A card that is known costs what one costs that is not, so that nobody learns which ids exist.
        if (wasKnown)
            await ResolvedCard.FindAsync(db, card, cancellationToken);
        context.Forget();
        return null;
    }

    public Task<CardId?> FindCardOfAsync(AuthorizationId purchase, CancellationToken cancellationToken) =>
        db.Authorizations.Where(a => a.Id == purchase).Select(a => (CardId?)a.CardId).FirstOrDefaultAsync(cancellationToken);

    public Task<AccountId?> FindAccountOfAsync(CardholderId cardholder, CancellationToken cancellationToken) =>
        cardholders.FindAccountOfAsync(cardholder, cancellationToken);

    public async Task<bool> IsAdminAsync(string userId, AccountId account, CancellationToken cancellationToken) =>
        (await sessions.ListMembershipsAsync(userId, cancellationToken)).Any(m => m.Role == Role.Admin && m.AccountId == account);

    public async Task<bool> IsPlatformAdminAsync(string userId, CancellationToken cancellationToken)
    {
        platform.Id ??= await db.Accounts.Where(a => a.Kind == AccountKind.Platform).Select(a => (AccountId?)a.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return platform.Id is { } id && await IsAdminAsync(userId, id, cancellationToken);
    }

    public async Task<IReadOnlyList<AccountId>> ListAdministeredAccountsAsync(string userId, CancellationToken cancellationToken) =>
        [.. (await sessions.ListMembershipsAsync(userId, cancellationToken)).Where(m => m.Role == Role.Admin).Select(m => m.AccountId)
            .Distinct()];

    public async Task<IReadOnlyList<AccountId>> ListVisibleAccountsAsync(string userId, CancellationToken cancellationToken) =>
        [
            .. (await sessions.ListMembershipsAsync(userId, cancellationToken)).Where(m => m.Role is Role.Admin or Role.Viewer)
                .Select(m => m.AccountId).Distinct(),
        ];

    public IReadOnlyList<SeenAccount> ListSeenAccounts() => sessions.SeenAccounts;

    public StepUpState GetStepUp(AccountId account)
    {
        var (settings, session) = (sessions.SettingsOf(account), sessions.Current);
        return new StepUpState(
            settings.StepUp, settings.AdminsSeePins, session?.ProvenAt > time.GetUtcNow() - StepUpState.ProofLasts,
            session?.HasSecondFactor == true, session?.PinCardId);
    }

    public Task<string?> FindNameAsync(string userId, CancellationToken cancellationToken) =>
        db.Users.Where(u => u.Id == userId).Select(u => (string?)u.DisplayName).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<CardholderId>> ListOwnCardholdersAsync(string userId, CancellationToken cancellationToken) =>
        [.. (await sessions.ListMembershipsAsync(userId, cancellationToken)).Select(m => m.CardholderId).OfType<CardholderId>().Distinct()];

    private async Task<CardOwnership?> FindOwnershipAsync(CardId card, CancellationToken cancellationToken)
    {
        if (ownerships.Find(card) is { } known)
            return known;
        if (await ResolvedCard.FindAsync(db, card, cancellationToken) is not { } found)
            return null;

        context.Resolve(found);
        return ownerships.Add(card, new CardOwnership(found.View.Cardholder.Id, found.View.Account.Id, found.View.Account.OnBehalfOf));
    }
}
