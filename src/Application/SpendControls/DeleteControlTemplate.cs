using MediatR;

namespace CleanIssuing.Application.SpendControls;

public sealed record DeleteControlTemplate(AccountId AccountId, Guid TemplateId) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);

    public AuditedAction Audit => new("control_template.delete", AccountId.Value);
}

internal sealed class DeleteControlTemplateHandler(ITemplateStore templates) : IRequestHandler<DeleteControlTemplate>
{
    public async Task Handle(DeleteControlTemplate request, CancellationToken cancellationToken)
    {
        if (!await templates.DeleteAsync(request.AccountId, request.TemplateId, cancellationToken))
            throw InvalidReason.TemplateUnknown.For(nameof(request.TemplateId));
    }
}
