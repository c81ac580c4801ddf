using CleanIssuing.Domain.Audit;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Audit;

/// <summary>A page of the audit log of the accounts that the person manages.</summary>
/// <param name="Before">Goes on with the earlier ones.</param>
/// <param name="After">Goes back to the later ones.</param>
public sealed record GetAuditLog(AuditFilter Filter, long? Before = null, long? After = null) : IRequest<AuditPage>, IAuthorizedRequest
{
    public const int PageSize = 50;

    public Requirement Requirement => Filter.Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();
}

/// <param name="Newer">From where the later ones are read; none where there are none.</param>
/// <param name="Older">From where the earlier ones are read; none where there are none.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Newer, long? Older);

internal sealed class GetAuditLogValidator : AbstractValidator<GetAuditLog>
{
    public GetAuditLogValidator()
    {
        RuleFor(r => r.Filter).SetValidator(new AuditFilterValidator());
        RuleFor(r => r.After).Null().When(r => r.Before is not null).WithReason(InvalidReason.Cursor);
    }
}

internal sealed class GetAuditLogHandler(IAuditReader reader, AuditScopeReader scopes) : IRequestHandler<GetAuditLog, AuditPage>
{
    public async Task<AuditPage> Handle(GetAuditLog request, CancellationToken cancellationToken)
    {
        var scope = await scopes.ReadAsync(request.Filter, cancellationToken);
        var read = await reader.PageAsync(
            scope, request.Filter, request.Before, request.After, GetAuditLog.PageSize + 1, cancellationToken);
        var page = KeysetPage<AuditEntry>.Of(
            read, GetAuditLog.PageSize, isOn: request.Before is not null, isBack: request.After is not null);
        return new AuditPage(page.Items, page.Previous(e => e.Id), page.Next(e => e.Id));
    }
}
