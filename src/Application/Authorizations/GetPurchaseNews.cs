using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// A purchase that something has just happened to; none where the person may not see it at this moment. Every listener is asked about
/// every purchase, so that a stranger's is nothing that they tried to look at.
/// </summary>
/// <param name="CardId">The card that it was made with.</param>
public sealed record GetPurchaseNews(AuthorizationId AuthorizationId, CardId CardId) : IRequest<PurchaseRow?>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

internal sealed class GetPurchaseNewsHandler(IPurchaseSearch search, IAccessReader access, ICurrentActor current)
    : IRequestHandler<GetPurchaseNews, PurchaseRow?>
{
    public async Task<PurchaseRow?> Handle(GetPurchaseNews request, CancellationToken cancellationToken) =>
        await access.FindCardRelationshipAsync(current.Actor.UserId!, request.CardId, cancellationToken) is not null
            && await search.FindAsync(request.AuthorizationId, cancellationToken) is { } row && row.Card.Id == request.CardId
            ? row
            : null;
}
