namespace CleanIssuing.Application.Common;

/// <summary>Keeps several changes of our own data together.</summary>
public interface IUnitOfWork
{
    /// <summary>Runs them in one transaction: all are kept, or none. Inside another call it is part of that one.</summary>
    Task ExecuteAsync(Func<Task> changes, CancellationToken cancellationToken);

    /// <summary>Does something once the present transaction is kept, and not at all if it is not; at once where there is none.</summary>
    void AfterCommit(Action action);
}
