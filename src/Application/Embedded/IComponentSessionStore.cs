namespace CleanIssuing.Application.Embedded;

public interface IComponentSessionStore
{
    Task AddAsync(ComponentSession session, CancellationToken cancellationToken);
}
