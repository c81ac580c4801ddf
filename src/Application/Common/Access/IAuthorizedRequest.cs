namespace CleanIssuing.Application.Common.Access;

/// <summary>A request that says who may send it. Every request does; one that does not is refused.</summary>
public interface IAuthorizedRequest
{
    Requirement Requirement { get; }
}
