using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Takes a role in an account away from a person. It holds from their next request on.</summary>
/// <returns>How many memberships ended: a person may be several cardholders of one account.</returns>
public sealed record RemoveRole(string Email, AccountId AccountId, Role Role) : IRequest<int>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SystemOnly();

    public AuditedAction Audit => new("people.remove_" + Role.ToString().ToLowerInvariant(), Email);
}

internal sealed class RemoveRoleValidator : AbstractValidator<RemoveRole>
{
    public RemoveRoleValidator()
    {
        RuleFor(r => r.Email).NotEmpty().MaximumLength(254);
        RuleFor(r => r.Role).IsInEnum();
    }
}

internal sealed class RemoveRoleHandler(IPeopleStore people, KnownAccounts accounts) : IRequestHandler<RemoveRole, int>
{
    public async Task<int> Handle(RemoveRole request, CancellationToken cancellationToken)
    {
        await accounts.RequireAsync(request.AccountId, cancellationToken);
        var removed = await people.RemoveMembershipsAsync(request.Email, request.AccountId, request.Role, cancellationToken)
            ?? throw new NotFoundException(EntityKind.Person);
        return removed > 0 ? removed : throw new NotFoundException(EntityKind.PersonsRole);
    }
}
