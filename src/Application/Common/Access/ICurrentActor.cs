namespace CleanIssuing.Application.Common.Access;

/// <summary>Tells who asks in the present scope.</summary>
public interface ICurrentActor
{
    /// <summary>Anonymous where nobody is known.</summary>
    Actor Actor { get; }
}
