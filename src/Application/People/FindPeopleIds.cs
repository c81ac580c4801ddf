using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>The ids of the people of the accounts that the person manages whose name has the text in it.</summary>
public sealed record FindPeopleIds(string Text) : IRequest<IReadOnlyList<string>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesSomeAccount();
}

internal sealed class FindPeopleIdsValidator : AbstractValidator<FindPeopleIds>
{
    public FindPeopleIdsValidator() => RuleFor(r => r.Text).NotEmpty().WithReason(InvalidReason.Subject).MaximumLength(255);
}

internal sealed class FindPeopleIdsHandler(ManagedAccounts managed, IPeopleStore people)
    : IRequestHandler<FindPeopleIds, IReadOnlyList<string>>
{
    private const int AtMost = 500;

    public async Task<IReadOnlyList<string>> Handle(FindPeopleIds request, CancellationToken cancellationToken) =>
        await people.FindIdsAsync(await managed.ListAsync(null, cancellationToken), request.Text.Trim(), AtMost, cancellationToken);
}
