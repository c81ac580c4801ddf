using MediatR;

namespace CleanIssuing.Application.Common.Access;

/// <summary>Sends a request as the person who asked for the work that is done in the background.</summary>
public interface IImpersonatingSender
{
    Task<T> SendAsync<T>(IRequest<T> request, Actor person, CancellationToken cancellationToken);
}
