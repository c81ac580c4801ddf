using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Identity;

/// <summary>Queries on the path of every request: compiled once for the database at hand.</summary>
internal sealed class UserSessionQueries
{
    public Func<IssuingDbContext, string, IAsyncEnumerable<SessionRow>> SessionByHash { get; } =
        EF.CompileAsyncQuery((IssuingDbContext db, string hash) =>
            from session in db.UserSessions
            where session.IdHash == hash
            join user in db.Users on session.UserId equals user.Id
            where user.DisabledAt == null
            from membership in db.Memberships.Where(m => m.UserId == user.Id).DefaultIfEmpty()
            from settings in db.AccountSettings
                .Where(s => EF.Property<AccountId>(s, "AccountId") == membership!.AccountId).DefaultIfEmpty()
            from account in db.Accounts.Where(a => a.Id == membership!.AccountId).DefaultIfEmpty()
            select new SessionRow(
                user.Id, user.SecurityStamp, session.BegunAt, session.LastSeenAt, session.HasSecondFactor, session.ProvenAt,
                session.PinCardId, membership, settings, account));

    public Func<IssuingDbContext, string, IAsyncEnumerable<Membership>> MembershipsByUser { get; } =
        EF.CompileAsyncQuery((IssuingDbContext db, string id) =>
            from user in db.Users
            where user.Id == id && user.DisabledAt == null
            join membership in db.Memberships on user.Id equals membership.UserId
            select membership);

    internal sealed record SessionRow(
        string UserId, string? SecurityStamp, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt, bool HasSecondFactor,
        DateTimeOffset? ProvenAt, CardId? PinCardId, Membership? Membership, AccountSettings? Settings,
        Account? Account);
}
