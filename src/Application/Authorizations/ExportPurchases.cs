using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>All purchases that match.</summary>
public sealed record ExportPurchases(PurchaseFilter Filter) : IRequest<AuditedStream<PurchaseRow>>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => Filter.Requirement;

    public AuditedAction Audit => new("purchases.export", Filter.Mine ? "own" : Filter.Account?.Value ?? "all");
}

internal sealed class ExportPurchasesValidator : AbstractValidator<ExportPurchases>
{
    public ExportPurchasesValidator() => RuleFor(r => r.Filter).SetValidator(new PurchaseFilterValidator());
}

internal sealed class ExportPurchasesHandler(PurchaseQueries queries, IPurchaseSearch search)
    : IRequestHandler<ExportPurchases, AuditedStream<PurchaseRow>>
{
    public async Task<AuditedStream<PurchaseRow>> Handle(ExportPurchases request, CancellationToken cancellationToken) =>
        new(search.ListAsync((await queries.ForAsync(request.Filter, cancellationToken)).Query, cancellationToken));
}
