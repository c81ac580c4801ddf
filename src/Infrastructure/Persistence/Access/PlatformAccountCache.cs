using System.Runtime.CompilerServices;

namespace CleanIssuing.Infrastructure.Persistence.Access;

/// <summary>Remembers the platform's own account, which never changes in the life of a database.</summary>
internal sealed class PlatformAccountCache
{
    // A reference, for requests in parallel must not see half of a value.
    private volatile StrongBox<AccountId>? _id;

    public AccountId? Id
    {
        get => _id?.Value;
        set => _id = value is { } id ? new StrongBox<AccountId>(id) : null;
    }
}
