using CleanIssuing.Application.People;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class SignInThrottleStore(IssuingDbContext db, IUnitOfWork unitOfWork) : ISignInThrottleStore
{
    public async Task<IReadOnlyList<SignInThrottle>> CountAsync(
        IReadOnlyList<(string Key, int FreeTries)> tries, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<SignInThrottle> before = [];
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                var keys = tries.Select(t => t.Key).ToList();
                var counted = await db.SignInThrottles.Where(t => keys.Contains(t.Key)).ToDictionaryAsync(
                    t => t.Key, t => new SignInThrottle(t.Failures, t.LastFailedAt, t.LockedUntil), StringComparer.Ordinal,
                    cancellationToken);
                before = [.. keys.Select(key => counted.GetValueOrDefault(key) ?? SignInThrottle.None)];
                await WriteAsync([.. tries.Zip(before, (t, b) => (t.Key, b.Fail(now, t.FreeTries)))], cancellationToken);
            },
            cancellationToken);
        return before;
    }

    public async Task ForgiveAsync(string here, string anywhere, CancellationToken cancellationToken)
    {
        await db.SignInThrottles.Where(t => t.Key == here).ExecuteDeleteAsync(cancellationToken);
        await db.SignInThrottles.Where(t => t.Key == anywhere && t.Failures > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Failures, t => t.Failures - 1), cancellationToken);
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        db.SignInThrottles.Where(t => t.LastFailedAt < before).OrderBy(t => t.LastFailedAt)
            .DeleteInTurnsAsync(unitOfWork, cancellationToken);

    /// <summary>The SQL is what SQLite and PostgreSQL share.</summary>
    private async Task WriteAsync(
        IReadOnlyList<(string Key, SignInThrottle Throttle)> throttles, CancellationToken cancellationToken)
    {
        foreach (var (key, throttle) in throttles)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "SignInThrottles" ("Key", "Failures", "LastFailedAt", "LockedUntil")
                VALUES ({key}, {throttle.Failures}, {UtcTime.ToStored(throttle.LastFailedAt)}, {Stored(throttle.LockedUntil)})
                ON CONFLICT ("Key") DO UPDATE SET "Failures" = excluded."Failures", "LastFailedAt" = excluded."LastFailedAt",
                    "LockedUntil" = excluded."LockedUntil"
                """,
                cancellationToken);
        }
    }

    private static DateTime? Stored(DateTimeOffset? at) => at is { } given ? UtcTime.ToStored(given) : null;
}
