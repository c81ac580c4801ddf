using CleanIssuing.Domain.Audit;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Audit;

/// <summary>All entries that match. The export itself is written into the log.</summary>
public sealed record ExportAuditLog(AuditFilter Filter) : IRequest<AuditedStream<AuditEntry>>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => Filter.Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();

    public AuditedAction Audit => new("audit.export", Filter.Account?.Value ?? "all");
}

internal sealed class ExportAuditLogValidator : AbstractValidator<ExportAuditLog>
{
    public ExportAuditLogValidator() => RuleFor(r => r.Filter).SetValidator(new AuditFilterValidator());
}

internal sealed class ExportAuditLogHandler(IAuditReader reader, AuditScopeReader scopes)
    : IRequestHandler<ExportAuditLog, AuditedStream<AuditEntry>>
{
    public async Task<AuditedStream<AuditEntry>> Handle(ExportAuditLog request, CancellationToken cancellationToken) =>
        new(reader.ListAsync(await scopes.ReadAsync(request.Filter, cancellationToken), request.Filter, cancellationToken));
}
