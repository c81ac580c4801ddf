using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Lets a person sign in, with a role in an account.</summary>
/// <param name="Password">The first password. A person who exists keeps theirs.</param>
/// <param name="CardholderId">Whom the cards are issued to, for the role cardholder.</param>
public sealed record AddPerson(string Email, string Name, string? Password, AccountId AccountId, Role Role,
    CardholderId? CardholderId = null)
    : IRequest<PersonAdded>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SystemOnly();

    public AuditedAction Audit => new("people.add_" + Role.ToString().ToLowerInvariant(), Email);

    /// <summary>The name alone: the request carries a password.</summary>
    public override string ToString() => nameof(AddPerson);
}

/// <param name="IsNew">Whether the person could not sign in before.</param>
/// <param name="HadRole">Whether the person had this role already.</param>
public sealed record PersonAdded(bool IsNew, bool HadRole, IReadOnlyList<Detail> AuditDetails) : IAuditedAnswer;

internal sealed class AddPersonValidator : AbstractValidator<AddPerson>
{
    public AddPersonValidator()
    {
        RuleFor(r => r.Email).NotEmpty().EmailAddress().MaximumLength(254);
        RuleFor(r => r.Name).NotEmpty().MaximumLength(100);
        RuleFor(r => r.Password).MaximumLength(200);
        RuleFor(r => r.Role).IsInEnum();
        RuleFor(r => r.CardholderId).NotNull().When(r => r.Role == Role.Cardholder).WithReason(InvalidReason.CardholderId);
        RuleFor(r => r.CardholderId).Null().When(r => r.Role != Role.Cardholder).WithReason(InvalidReason.CardholderOnlyForThatRole);
    }
}

internal sealed class AddPersonHandler(IPeopleStore people, KnownAccounts accounts) : IRequestHandler<AddPerson, PersonAdded>
{
    public async Task<PersonAdded> Handle(AddPerson request, CancellationToken cancellationToken)
    {
        await accounts.RequireAsync(request.AccountId, cancellationToken);
        if (request.CardholderId is { } id && await people.FindAccountOfAsync(id, cancellationToken) is { } owner
            && owner != request.AccountId)
            throw new RuleViolationException(RefusalReason.CardholderOfAnotherAccount, id, owner);

        var (userId, isNew, problems) = await people.AddAsync(request.Email, request.Name, request.Password ?? "", cancellationToken);
        if (userId is null)
            throw new RuleViolationException(RefusalReason.PasswordRefused, [.. problems]);

        var added = await people.AddMembershipAsync(
            request.Role switch
            {
                Role.Cardholder => Membership.Cardholder(userId, request.AccountId, request.CardholderId!.Value),
                Role.Viewer => Membership.Viewer(userId, request.AccountId),
                _ => Membership.Admin(userId, request.AccountId),
            },
            cancellationToken);
        return new PersonAdded(
            isNew, !added, [new Detail("people.role", request.Role.ToCode(), request.AccountId.Value, request.CardholderId?.Value ?? "")]);
    }
}
