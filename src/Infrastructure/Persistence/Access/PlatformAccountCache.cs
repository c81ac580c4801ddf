namespace CleanIssuing.Infrastructure.Persistence.Access;

/// <summary>Remembers the platform's own account, which never changes in the life of a database.</summary>
internal sealed class PlatformAccountCache
{
    public AccountId? Id { get; set; }
}
