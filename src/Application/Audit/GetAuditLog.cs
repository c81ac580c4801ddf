using CleanIssuing.Domain.Audit;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Audit;

/// <summary>A page of the audit log of the accounts that the person manages.</summary>
public sealed record GetAuditLog(AuditFilter Filter, long? Before = null) : IRequest<AuditPage>, IAuthorizedRequest
{
    public const int PageSize = 50;

    public Requirement Requirement => Filter.Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();
}

public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);

internal sealed class GetAuditLogValidator : AbstractValidator<GetAuditLog>
{
    public GetAuditLogValidator() => RuleFor(r => r.Filter).SetValidator(new AuditFilterValidator());
}

internal sealed class GetAuditLogHandler(IAuditReader reader, AuditScopeReader scopes) : IRequestHandler<GetAuditLog, AuditPage>
{
    public async Task<AuditPage> Handle(GetAuditLog request, CancellationToken cancellationToken)
    {
        var scope = await scopes.ReadAsync(request.Filter, cancellationToken);
        var page = await reader.PageAsync(scope, request.Filter, request.Before, GetAuditLog.PageSize + 1, cancellationToken);
        var shown = page.Take(GetAuditLog.PageSize).ToList();
        return new AuditPage(shown, page.Count > shown.Count ? shown[^1].Id : null);
    }
}
