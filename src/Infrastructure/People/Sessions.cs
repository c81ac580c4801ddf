using CleanIssuing.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.People;

/// <summary>Tells on every request whether a session still counts: one look-up by key, so that a disabled person is out at once.</summary>
public sealed class Sessions
{
    private readonly IssuingDbContext _db;

    internal Sessions(IssuingDbContext db) => _db = db;

    /// <summary>Whether the person may still sign in and has not changed what the session was opened with.</summary>
    public Task<bool> IsAliveAsync(string userId, string? securityStamp, CancellationToken cancellationToken) =>
        _db.Users.AnyAsync(u => u.Id == userId && u.SecurityStamp == securityStamp && u.DisabledAt == null, cancellationToken);
}
