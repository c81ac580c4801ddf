using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>The account's own templates.</summary>
public sealed record GetControlTemplates(AccountId AccountId) : IRequest<IReadOnlyList<ControlTemplate>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);
}

internal sealed class GetControlTemplatesHandler(ITemplateStore templates)
    : IRequestHandler<GetControlTemplates, IReadOnlyList<ControlTemplate>>
{
    public Task<IReadOnlyList<ControlTemplate>> Handle(GetControlTemplates request, CancellationToken cancellationToken) =>
        templates.ListForAccountAsync(request.AccountId, cancellationToken);
}
