namespace CleanIssuing.Application.Embedded;

public interface IComponentSessionStore
{
    Task AddAsync(ComponentSession session, CancellationToken cancellationToken);

    /// <summary>Removes those that began earlier.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
