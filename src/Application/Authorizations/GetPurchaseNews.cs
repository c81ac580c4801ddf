using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// A purchase that something has just happened to; none where the person may not see it at this moment. Every listener is asked about
/// every purchase, so that a stranger's is nothing that they tried to look at.
/// </summary>
public sealed record GetPurchaseNews(AuthorizationId AuthorizationId) : IRequest<PurchaseRow?>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

internal sealed class GetPurchaseNewsHandler(IPurchaseSearch search, IAccessReader access, ICurrentActor current)
    : IRequestHandler<GetPurchaseNews, PurchaseRow?>
{
    public async Task<PurchaseRow?> Handle(GetPurchaseNews request, CancellationToken cancellationToken) =>
        await search.FindAsync(request.AuthorizationId, cancellationToken) is { } row
            && await access.FindCardRelationshipAsync(current.Actor.UserId!, row.Card.Id, cancellationToken) is not null
            ? row
            : null;
}
