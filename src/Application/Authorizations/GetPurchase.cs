using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Authorizations;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>A purchase with everything that happened to it.</summary>
public sealed record GetPurchase(AuthorizationId AuthorizationId) : IRequest<PurchasePage>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewPurchase(AuthorizationId);
}

/// <param name="Decline">Why it was declined; none for an approved one.</param>
/// <param name="IsHolder">Whether the person may note something about it.</param>
/// <param name="SeesAccount">Whether the person is an admin or a viewer, and may know what was checked for fraud.</param>
/// <param name="IsManaged">Whether the person is an admin, who can change what declined it.</param>
public sealed record PurchasePage(
    CardView Card, Authorization Purchase, IReadOnlyList<IssuingTransaction> Transactions, DeclineExplanation? Decline, string? Memo,
    bool IsHolder, bool SeesAccount, bool IsManaged);

internal sealed class GetPurchaseHandler(
    IPurchaseSearch search, ICardReader cards, DeclineExplainer explainer, AccountContext context)
    : IRequestHandler<GetPurchase, PurchasePage>
{
    public async Task<PurchasePage> Handle(GetPurchase request, CancellationToken cancellationToken)
    {
        var row = await search.FindAsync(request.AuthorizationId, cancellationToken)
            ?? throw new NotFoundException(EntityKind.Purchase);
        var card = await cards.FindAsync(row.Card.Id, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        var declines = await explainer.ExplainAsync(card, [row.Purchase], cancellationToken);
        var relationship = context.Card!;
        return new PurchasePage(
            card, row.Purchase, await search.ListTransactionsAsync(row.Purchase.Id, cancellationToken),
            declines.GetValueOrDefault(row.Purchase.Id), row.Memo, relationship.IsCardholder,
            relationship.IsAdmin || relationship.IsViewer, relationship.IsAdmin);
    }
}
