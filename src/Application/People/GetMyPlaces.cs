using CleanIssuing.Application.Common;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Which parts of the portal are the person's.</summary>
public sealed record GetMyPlaces : IRequest<MyPlaces>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new SignedIn();
}

/// <summary>The parts of the portal.</summary>
/// <param name="SeesProgramme">They are an admin or a viewer of some account.</param>
/// <param name="IsAdmin">They are an admin of some account.</param>
/// <param name="IsPlatformAdmin">They are an admin of the platform's own account.</param>
public sealed record MyPlaces(bool SeesProgramme, bool IsAdmin, bool IsPlatformAdmin);

internal sealed class GetMyPlacesHandler(IAccessReader access, ICurrentActor current) : IRequestHandler<GetMyPlaces, MyPlaces>
{
    public async Task<MyPlaces> Handle(GetMyPlaces request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        var isAdmin = (await access.AdminOfAsync(user, cancellationToken)).Count > 0;
        var sees = (await access.SeenByAsync(user, cancellationToken)).Count > 0;
        return new MyPlaces(sees, isAdmin, isAdmin && await access.IsPlatformAdminAsync(user, cancellationToken));
    }
}
