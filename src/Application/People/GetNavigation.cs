using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Which parts of the portal the person may open.</summary>
public sealed record GetNavigation : IRequest<NavigationAccess>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

/// <param name="IsAdmin">Whether they are an admin of any of the accounts.</param>
/// <param name="SeesAccounts">Whether the person sees the cards of an account: as an admin, or as a viewer.</param>
/// <param name="HasCards">Whether the person is a cardholder themselves.</param>
/// <param name="Accounts">The accounts that the person sees, by name.</param>
public sealed record NavigationAccess(
    bool SeesAccounts, bool IsAdmin, bool IsPlatformAdmin, bool HasCards, IReadOnlyList<SeenAccount> Accounts)
{
    /// <summary>Whether the person is an admin of the account; where none is given, of any that they see.</summary>
    public bool IsAdminOf(AccountId? account) => account is null ? IsAdmin : Accounts.Any(a => a.Id == account && a.IsAdmin);
}

internal sealed class GetNavigationHandler(IAccessReader access, ICurrentActor current)
    : IRequestHandler<GetNavigation, NavigationAccess>
{
    public async Task<NavigationAccess> Handle(GetNavigation request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        var seen = access.ListSeenAccounts();
        var isAdmin = seen.Any(a => a.IsAdmin);
        return new NavigationAccess(
            seen.Count > 0, isAdmin, isAdmin && await access.IsPlatformAdminAsync(user, cancellationToken),
            (await access.ListOwnCardholdersAsync(user, cancellationToken)).Count > 0,
            seen);
    }
}
