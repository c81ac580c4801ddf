using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Audit;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Audit;

/// <summary>A page of the trail of the accounts that the person manages.</summary>
/// <param name="Filter">Which lines.</param>
/// <param name="Before">The last line of the page before; none for the first page.</param>
public sealed record GetAuditTrail(AuditFilter Filter, long? Before = null) : IRequest<AuditPage>, IAuthorizedRequest
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 50;

    /// <inheritdoc />
    public Requirement Requirement => Filter.Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();
}

/// <summary>A page of the trail.</summary>
/// <param name="Entries">The lines, the latest first.</param>
/// <param name="Next">What to ask for the next page <c>Before</c>; none on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);

internal sealed class GetAuditTrailValidator : AbstractValidator<GetAuditTrail>
{
    public GetAuditTrailValidator() => RuleFor(r => r.Filter).SetValidator(new AuditFilterValidator());
}

internal sealed class GetAuditTrailHandler(IAuditReader reader, ManagedAccounts managed) : IRequestHandler<GetAuditTrail, AuditPage>
{
    public async Task<AuditPage> Handle(GetAuditTrail request, CancellationToken cancellationToken)
    {
        var accounts = await managed.OfAsync(request.Filter.Account, cancellationToken);
        var page = await reader.PageAsync(accounts, request.Filter, request.Before, GetAuditTrail.PageSize + 1, cancellationToken);
        var shown = page.Take(GetAuditTrail.PageSize).ToList();
        return new AuditPage(shown, page.Count > shown.Count ? shown[^1].Id : null);
    }
}
