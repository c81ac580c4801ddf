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
/// <param name="Origin">Who set the control that declined it; none where that is not known.</param>
/// <param name="PassesNow">Whether controls declined it that would let the same purchase pass now.</param>
/// <param name="IsHolder">Whether the person may note something about it.</param>
/// <param name="SeesAccount">Whether the person is an admin or a viewer, and may know what was checked for fraud.</param>
/// <param name="IsManaged">Whether the person is an admin, who can change what declined it.</param>
public sealed record PurchasePage(
    CardView Card, Authorization Purchase, IReadOnlyList<IssuingTransaction> Transactions, DeclineExplanation? Decline,
    ControlOrigin? Origin, bool PassesNow, string? Memo, bool IsHolder, bool SeesAccount, bool IsManaged);

internal sealed class GetPurchaseHandler(
    IPurchaseSearch search, ICardReader cards, DeclineExplainer explainer, AccountContext context, TimeProvider time)
    : IRequestHandler<GetPurchase, PurchasePage>
{
    public async Task<PurchasePage> Handle(GetPurchase request, CancellationToken cancellationToken)
    {
        var row = await search.FindAsync(request.AuthorizationId, cancellationToken)
            ?? throw new NotFoundException(EntityKind.Purchase);
        var card = await cards.FindAsync(row.Card.Id, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        var declines = await explainer.ExplainAsync(card, [row.Purchase], cancellationToken);
        var decline = declines.GetValueOrDefault(row.Purchase.Id);
        var relationship = context.Card!;
        return new PurchasePage(
            card, row.Purchase, await search.ListTransactionsAsync(row.Purchase.Id, cancellationToken),
            decline,
            decline?.Control is { } control ? await explainer.FindOriginAsync(card, row.Purchase, control, cancellationToken) : null,
            await PassesNowAsync(card, row.Purchase, decline, cancellationToken), row.Memo, relationship.IsCardholder,
            relationship.IsAdmin || relationship.IsViewer, relationship.IsAdmin);
    }

    private async Task<bool> PassesNowAsync(
        CardView card, Authorization purchase, DeclineExplanation? decline, CancellationToken cancellationToken) =>
        decline?.Control is not null && card.IsUsableOn(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
        && purchase.Asked.Currency == card.Card.Currency
        // Of a merchant that Stripe does not describe, nobody can say.
        && purchase.Kind is { Category.Length: > 0, Country.Length: > 0 }
        && await explainer.DecideNowAsync(card, purchase.Asked, purchase.Kind, cancellationToken) is null;
}
