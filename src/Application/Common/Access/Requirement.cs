namespace CleanIssuing.Application.Common.Access;

/// <summary>What must be true of a person before a request of theirs is handled, in the domain's words.</summary>
public abstract record Requirement
{
    /// <summary>The id of what it is about, for the audit log; none where it is about nothing in particular.</summary>
    public virtual string? Subject => null;

    /// <summary>Decides for <paramref name="actor"/>, from local data.</summary>
    public abstract ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken);
}
