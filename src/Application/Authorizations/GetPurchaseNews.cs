using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>A purchase that something has just happened to, for whoever may see it at this moment.</summary>
public sealed record GetPurchaseNews(AuthorizationId AuthorizationId) : IRequest<PurchaseRow>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewPurchase(AuthorizationId);
}

internal sealed class GetPurchaseNewsHandler(IPurchaseSearch search) : IRequestHandler<GetPurchaseNews, PurchaseRow>
{
    public async Task<PurchaseRow> Handle(GetPurchaseNews request, CancellationToken cancellationToken) =>
        await search.FindAsync(request.AuthorizationId, cancellationToken) ?? throw new NotFoundException(EntityKind.Purchase);
}
