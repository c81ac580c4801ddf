using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Removes a template of the account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="TemplateId">The template.</param>
public sealed record RemoveControlTemplate(string AccountId, Guid TemplateId) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);

    /// <inheritdoc />
    public AuditedAction Audit => new("control_template.remove", AccountId);
}

internal sealed class RemoveControlTemplateHandler(ITemplateStore templates) : IRequestHandler<RemoveControlTemplate>
{
    public Task Handle(RemoveControlTemplate request, CancellationToken cancellationToken) =>
        templates.RemoveAsync(AccountId.Parse(request.AccountId), request.TemplateId, cancellationToken);
}
