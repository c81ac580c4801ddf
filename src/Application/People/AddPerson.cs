using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Lets a person sign in, as an admin of an account or as one of its cardholders.</summary>
/// <param name="Email">The address they sign in with.</param>
/// <param name="Name">The name they are greeted by.</param>
/// <param name="Password">Their first password. Someone who can sign in already keeps theirs.</param>
/// <param name="AccountId">The account, <c>acct_…</c>.</param>
/// <param name="CardholderId">The cardholder they are, <c>ich_…</c>; none makes them an admin, or a viewer.</param>
/// <param name="ReadOnly">Whether one who is no cardholder is a viewer, and not an admin.</param>
public sealed record AddPerson(string Email, string Name, string Password, string AccountId, string? CardholderId, bool ReadOnly = false)
    : IRequest, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new TheSystem();

    /// <inheritdoc />
    public AuditedAction Audit => new(
        CardholderId is not null ? "people.add_cardholder" : ReadOnly ? "people.add_viewer" : "people.add_admin", CardholderId ?? AccountId);

    /// <summary>The name alone: the request carries a password.</summary>
    public override string ToString() => nameof(AddPerson);
}

internal sealed class AddPersonValidator : AbstractValidator<AddPerson>
{
    public AddPersonValidator()
    {
        RuleFor(r => r.Email).NotEmpty().EmailAddress().MaximumLength(254);
        RuleFor(r => r.Name).NotEmpty().MaximumLength(100);
        RuleFor(r => r.Password).NotEmpty().MaximumLength(200);
        RuleFor(r => r.AccountId).Must(AccountId.IsValid).WithMessage("An account id starts with acct_.");
        RuleFor(r => r.CardholderId).Must(CardholderId.IsValid).When(r => r.CardholderId is not null)
            .WithMessage("A cardholder id starts with ich_.");
    }
}

internal sealed class AddPersonHandler(IPeopleStore people) : IRequestHandler<AddPerson>
{
    public async Task Handle(AddPerson request, CancellationToken cancellationToken)
    {
        var (userId, problems) = await people.AddAsync(request.Email, request.Name, request.Password, cancellationToken);
        if (userId is null)
            throw new RuleViolationException(string.Join(' ', problems), "password_refused");

        var account = AccountId.Parse(request.AccountId);
        await people.AddMembershipAsync(
            request.CardholderId is not null ? Membership.Cardholder(userId, account, CardholderId.Parse(request.CardholderId))
            : request.ReadOnly ? Membership.Viewer(userId, account)
            : Membership.Admin(userId, account),
            cancellationToken);
    }
}
