using CleanIssuing.Application.People;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class SignInThrottleStore(IssuingDbContext db, WriteTurns turns) : ISignInThrottleStore
{
    public async Task<IReadOnlyDictionary<string, SignInThrottle>> GetAsync(
        IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        await db.SignInThrottles.Where(t => keys.Contains(t.Key)).ToDictionaryAsync(
            t => t.Key, t => new SignInThrottle(t.Failures, t.LastFailedAt, t.LockedUntil), StringComparer.Ordinal, cancellationToken);

    public async Task SaveAsync(
        IReadOnlyList<(string Key, SignInThrottle Throttle)> throttles, CancellationToken cancellationToken)
    {
        if (throttles is not [var (key, one), var (otherKey, other)])
            throw new ArgumentException("They are counted in pairs.", nameof(throttles));
        using var turn = await turns.TakeAsync(cancellationToken);
        // The same statement whoever it is about; the SQL is what SQLite and PostgreSQL share.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "SignInThrottles" ("Key", "Failures", "LastFailedAt", "LockedUntil")
            VALUES ({key}, {one.Failures}, {UtcTime.ToStored(one.LastFailedAt)}, {Stored(one.LockedUntil)}),
                ({otherKey}, {other.Failures}, {UtcTime.ToStored(other.LastFailedAt)}, {Stored(other.LockedUntil)})
            ON CONFLICT ("Key") DO UPDATE SET "Failures" = excluded."Failures", "LastFailedAt" = excluded."LastFailedAt",
                "LockedUntil" = excluded."LockedUntil"
            """,
            cancellationToken);
    }

    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        db.SignInThrottles.Where(t => t.Key == key).ExecuteDeleteAsync(cancellationToken);

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        db.SignInThrottles.Where(t => t.LastFailedAt < before).ExecuteDeleteAsync(cancellationToken);

    private static DateTime? Stored(DateTimeOffset? at) => at is { } given ? UtcTime.ToStored(given) : null;
}
