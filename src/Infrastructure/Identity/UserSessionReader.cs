using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Persistence;

namespace CleanIssuing.Infrastructure.Identity;

/// <summary>
/// Who the person of the present request is, read once for it: whether their session still counts, and what they are where.
/// Nothing of it outlives the request, so that a disabled person is out at once.
/// </summary>
public sealed class UserSessionReader
{
    private readonly CompiledQueries _queries;
    private readonly IssuingDbContext _db;
    private (string UserId, Person? Person)? _read;

    internal UserSessionReader(IssuingDbContext db, CompiledQueries queries)
    {
        _db = db;
        _queries = queries;
    }

    /// <summary>Whether the person may still sign in and has not changed what the session was opened with.</summary>
    public async Task<bool> IsAliveAsync(string userId, string? securityStamp, CancellationToken cancellationToken) =>
        await FindAsync(userId, cancellationToken) is { } person && person.SecurityStamp == securityStamp;

    /// <summary>What the person is where; nothing for one who may not sign in.</summary>
    internal async Task<IReadOnlyList<Membership>> ListMembershipsAsync(string userId, CancellationToken cancellationToken) =>
        (await FindAsync(userId, cancellationToken))?.Memberships ?? [];

    private async Task<Person?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        if (_read is { } known && known.UserId == userId)
            return known.Person;

        var rows = new List<CompiledQueries.PersonRow>();
        await foreach (var row in _queries.PersonById(_db, userId).WithCancellation(cancellationToken))
            rows.Add(row);
        var person = rows.Count == 0 ? null : new Person(rows[0].SecurityStamp, [.. rows.Select(r => r.Membership).OfType<Membership>()]);
        _read = (userId, person);
        return person;
    }

    private sealed record Person(string? SecurityStamp, IReadOnlyList<Membership> Memberships);
}
