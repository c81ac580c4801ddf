using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Lets a person sign in, with a role in an account.</summary>
/// <param name="Password">The first password. A person who exists keeps theirs.</param>
/// <param name="CardholderId">Whom the cards are issued to, for the role cardholder.</param>
public sealed record AddPerson(string Email, string Name, string? Password, string AccountId, Role Role, string? CardholderId = null)
    : IRequest<PersonAdded>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new TheSystem();

    public AuditedAction Audit => new("people.add_" + Role.ToString().ToLowerInvariant(), Email);

    /// <summary>The name alone: the request carries a password.</summary>
    public override string ToString() => nameof(AddPerson);
}

/// <param name="IsNew">Whether the person could not sign in before.</param>
/// <param name="HadRole">Whether the person had this role already.</param>
public sealed record PersonAdded(bool IsNew, bool HadRole, string AuditDetails) : IAuditedAnswer;

internal sealed class AddPersonValidator : AbstractValidator<AddPerson>
{
    public AddPersonValidator()
    {
        RuleFor(r => r.Email).NotEmpty().EmailAddress().MaximumLength(254);
        RuleFor(r => r.Name).NotEmpty().MaximumLength(100);
        RuleFor(r => r.Password).MaximumLength(200);
        RuleFor(r => r.AccountId).Must(AccountId.IsValid).WithMessage("An account id starts with acct_.");
        RuleFor(r => r.Role).IsInEnum();
        RuleFor(r => r.CardholderId).Must(CardholderId.IsValid).When(r => r.Role == Role.Cardholder)
            .WithMessage("A cardholder id starts with ich_.");
        RuleFor(r => r.CardholderId).Null().When(r => r.Role != Role.Cardholder)
            .WithMessage("Only the role cardholder has a cardholder.");
    }
}

internal sealed class AddPersonHandler(IPeopleStore people, KnownAccounts accounts, ICardholderReader cardholders)
    : IRequestHandler<AddPerson, PersonAdded>
{
    public async Task<PersonAdded> Handle(AddPerson request, CancellationToken cancellationToken)
    {
        var account = AccountId.Parse(request.AccountId);
        await accounts.RequireAsync(account, cancellationToken);
        CardholderId? cardholder = request.Role == Role.Cardholder ? CardholderId.Parse(request.CardholderId) : null;
        if (cardholder is { } id && await cardholders.FindAsync(id, cancellationToken) is { } known && known.AccountId != account)
            throw new RuleViolationException($"The cardholder {id} belongs to the account {known.AccountId}.", "cardholder_of_another_account");

        var (userId, isNew, problems) = await people.AddAsync(request.Email, request.Name, request.Password ?? "", cancellationToken);
        if (userId is null)
            throw new RuleViolationException(string.Join(' ', problems), "password_refused");

        var added = await people.AddMembershipAsync(
            request.Role switch
            {
                Role.Cardholder => Membership.Cardholder(userId, account, cardholder!.Value),
                Role.Viewer => Membership.Viewer(userId, account),
                _ => Membership.Admin(userId, account),
            },
            cancellationToken);
        return new PersonAdded(isNew, !added, string.Join(' ', new[] { account.Value, cardholder?.Value }.OfType<string>()));
    }
}
