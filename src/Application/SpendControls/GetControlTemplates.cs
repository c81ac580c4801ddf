using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>An account's own templates.</summary>
/// <param name="AccountId">The account.</param>
public sealed record GetControlTemplates(string AccountId) : IRequest<IReadOnlyList<ControlTemplate>>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);
}

internal sealed class GetControlTemplatesHandler(ITemplateStore templates) : IRequestHandler<GetControlTemplates, IReadOnlyList<ControlTemplate>>
{
    public Task<IReadOnlyList<ControlTemplate>> Handle(GetControlTemplates request, CancellationToken cancellationToken) =>
        templates.OfAccountAsync(AccountId.Parse(request.AccountId), cancellationToken);
}
