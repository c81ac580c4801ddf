namespace CleanIssuing.Application.Common;

/// <summary>Keeps several changes of our own data together.</summary>
public interface IUnitOfWork
{
    /// <summary>Runs them in one transaction: all are kept, or none. Inside another call it is part of that one.</summary>
    Task ExecuteAsync(Func<Task> changes, CancellationToken cancellationToken);
}
