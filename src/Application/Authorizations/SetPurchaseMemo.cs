using CleanIssuing.Domain.Authorizations;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Notes something about a purchase, in place of what was noted before.</summary>
/// <param name="Text">Nothing takes the note away.</param>
public sealed record SetPurchaseMemo(AuthorizationId AuthorizationId, string? Text) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new HoldsPurchase(AuthorizationId);

    public AuditedAction Audit => new("purchase.memo", AuthorizationId.Value);
}

internal sealed class SetPurchaseMemoValidator : AbstractValidator<SetPurchaseMemo>
{
    public SetPurchaseMemoValidator() => RuleFor(r => r.Text).MaximumLength(PurchaseMemo.LongestText);
}

internal sealed class SetPurchaseMemoHandler(IPurchaseMemoStore memos, TimeProvider time) : IRequestHandler<SetPurchaseMemo>
{
    public Task Handle(SetPurchaseMemo request, CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(request.Text)
        ? memos.DeleteAsync(request.AuthorizationId, cancellationToken)
        : memos.SaveAsync(new PurchaseMemo(request.AuthorizationId, request.Text.Trim(), time.GetUtcNow()), cancellationToken);
}
