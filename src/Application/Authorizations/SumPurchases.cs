using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>What the purchases that the person sees, and that match, come to.</summary>
public sealed record SumPurchases(PurchaseFilter Filter) : IRequest<PurchaseTotals>, IAuthorizedRequest
{
    public Requirement Requirement => Filter.Requirement;
}

internal sealed class SumPurchasesValidator : AbstractValidator<SumPurchases>
{
    public SumPurchasesValidator() => RuleFor(r => r.Filter).SetValidator(new PurchaseFilterValidator());
}

internal sealed class SumPurchasesHandler(PurchaseQueries queries, IPurchaseSearch search) : IRequestHandler<SumPurchases, PurchaseTotals>
{
    public async Task<PurchaseTotals> Handle(SumPurchases request, CancellationToken cancellationToken) =>
        await search.SumAsync(
            (await queries.ForAsync(request.Filter, cancellationToken)).Query, PurchaseTotals.AtMost, cancellationToken);
}
