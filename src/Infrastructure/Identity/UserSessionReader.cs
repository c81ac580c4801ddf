using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.Infrastructure.Persistence.People;

namespace CleanIssuing.Infrastructure.Identity;

/// <summary>
/// Who the person of the present request is, read once for it: their session, and what they are where. Nothing of it outlives the
/// request, so that a disabled person is out at once.
/// </summary>
public sealed class UserSessionReader
{
    private readonly UserSessionQueries _queries;
    private readonly IssuingDbContext _db;
    private (string UserId, IReadOnlyList<Membership> Memberships)? _read;
    private IReadOnlyDictionary<AccountId, AccountSettings> _settings = new Dictionary<AccountId, AccountSettings>();

    internal UserSessionReader(IssuingDbContext db, UserSessionQueries queries)
    {
        _db = db;
        _queries = queries;
    }

    /// <summary>
    /// The session of this request, with what was written of it since; none before it was looked up, and where nobody has signed in.
    /// </summary>
    internal UserSession? Current { get; set; }

    /// <summary>What the database knows that session by.</summary>
    internal string? CurrentHash { get; private set; }

    /// <summary>The session, unless it was ended or its person disabled.</summary>
    public async Task<UserSession?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        var rows = new List<UserSessionQueries.SessionRow>();
        var hash = SessionStore.Hash(sessionId);
        await foreach (var row in _queries.SessionByHash(_db, hash).WithCancellation(cancellationToken))
            rows.Add(row);
        if (rows is not [var first, ..])
            return null;
        _read = (first.UserId, [.. rows.Select(r => r.Membership).OfType<Membership>()]);
        CurrentHash = hash;
        _settings = rows.Where(r => r.Settings is not null).DistinctBy(r => r.Membership!.AccountId)
            .ToDictionary(r => r.Membership!.AccountId, r => r.Settings!);
        SeenAccounts =
        [
            .. rows.Where(r => r is { Account: not null, Membership.Role: Role.Admin or Role.Viewer }).GroupBy(r => r.Account!.Id)
                .Select(g => new SeenAccount(
                    g.Key, g.First().Account!.Name, g.First().Account!.Currency, g.Any(r => r.Membership!.Role == Role.Admin)))
                .OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase),
        ];
        return Current = new UserSession(
            first.UserId, first.SecurityStamp, first.BegunAt, first.LastSeenAt, first.HasSecondFactor, first.ProvenAt, first.PinCardId);
    }

    /// <summary>The accounts whose cards the person of the session sees, by name, read with it.</summary>
    internal IReadOnlyList<SeenAccount> SeenAccounts { get; private set; } = [];

    /// <summary>What an account that the person belongs to has decided, read with the session.</summary>
    internal AccountSettings SettingsOf(AccountId account) => _settings.GetValueOrDefault(account) ?? AccountSettings.Default;

    /// <summary>What the person is where; nothing for one who may not sign in.</summary>
    internal async Task<IReadOnlyList<Membership>> ListMembershipsAsync(string userId, CancellationToken cancellationToken)
    {
        if (_read is { } known && known.UserId == userId)
            return known.Memberships;

        var memberships = new List<Membership>();
        await foreach (var membership in _queries.MembershipsByUser(_db, userId).WithCancellation(cancellationToken))
            memberships.Add(membership);
        _read = (userId, memberships);
        return memberships;
    }
}
