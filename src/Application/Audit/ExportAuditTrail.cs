using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Audit;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Audit;

/// <summary>All lines that match, one after the other. Reading the trail out is written into it.</summary>
/// <param name="Filter">Which lines.</param>
public sealed record ExportAuditTrail(AuditFilter Filter) : IRequest<IAsyncEnumerable<AuditEntry>>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => Filter.Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();

    /// <inheritdoc />
    public AuditedAction Audit => new("audit.export", Filter.Account ?? "all");
}

internal sealed class ExportAuditTrailValidator : AbstractValidator<ExportAuditTrail>
{
    public ExportAuditTrailValidator() => RuleFor(r => r.Filter).SetValidator(new AuditFilterValidator());
}

internal sealed class ExportAuditTrailHandler(IAuditReader reader, ManagedAccounts managed)
    : IRequestHandler<ExportAuditTrail, IAsyncEnumerable<AuditEntry>>
{
    public async Task<IAsyncEnumerable<AuditEntry>> Handle(ExportAuditTrail request, CancellationToken cancellationToken) =>
        reader.AllAsync(await managed.OfAsync(request.Filter.Account, cancellationToken), request.Filter, cancellationToken);
}
