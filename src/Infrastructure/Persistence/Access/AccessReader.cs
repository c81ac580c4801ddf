using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Infrastructure.People;

internal sealed class AccessReader(Sessions sessions, CardBindings bindings, IAccountReader accounts) : IAccessReader
{
    public async Task<CardTie?> FindCardTieAsync(string userId, CardId card, CancellationToken cancellationToken)
    {
        if (await bindings.FindAsync(card, cancellationToken) is not { } binding)
            return null;

        var there = (await sessions.MembershipsAsync(userId, cancellationToken)).Where(m => m.AccountId == binding.Account).ToList();
        var tie = new CardTie(
            binding.Account,
            binding.OnBehalfOf,
            IsCardholder: there.Exists(m => m.Role == Role.Cardholder && m.CardholderId == binding.Cardholder),
            IsAdmin: there.Exists(m => m.Role == Role.Admin),
            IsViewer: there.Exists(m => m.Role == Role.Viewer));
        return tie is { IsCardholder: false, IsAdmin: false, IsViewer: false } ? null : tie;
    }

    public async Task<bool> IsAdminAsync(string userId, AccountId account, CancellationToken cancellationToken) =>
        (await sessions.MembershipsAsync(userId, cancellationToken)).Any(m => m.Role == Role.Admin && m.AccountId == account);

    public async Task<IReadOnlyList<AccountId>> AdminOfAsync(string userId, CancellationToken cancellationToken) =>
        [.. (await sessions.MembershipsAsync(userId, cancellationToken)).Where(m => m.Role == Role.Admin).Select(m => m.AccountId).Distinct()];

    public async Task<bool> IsPlatformAdminAsync(string userId, CancellationToken cancellationToken) =>
        await accounts.PlatformAsync(cancellationToken) is { } platform && await IsAdminAsync(userId, platform.Id, cancellationToken);

    public async Task<IReadOnlyList<AccountId>> SeenByAsync(string userId, CancellationToken cancellationToken) =>
        [.. (await sessions.MembershipsAsync(userId, cancellationToken)).Where(m => m.Role is Role.Admin or Role.Viewer).Select(m => m.AccountId).Distinct()];
}
