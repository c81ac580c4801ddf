using MediatR;

namespace CleanIssuing.Application.SpendControls;

public sealed record DeleteControlTemplate(AccountId AccountId, Guid TemplateId) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);

    public AuditedAction Audit => new("control_template.delete", AccountId.Value);
}

internal sealed class DeleteControlTemplateHandler(ITemplateStore templates) : IRequestHandler<DeleteControlTemplate>
{
    public Task Handle(DeleteControlTemplate request, CancellationToken cancellationToken) =>
        templates.DeleteAsync(request.AccountId, request.TemplateId, cancellationToken);
}
