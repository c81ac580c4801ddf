using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>The ids of the people whose name has the text in it.</summary>
public sealed record FindPeopleIds(string Text) : IRequest<IReadOnlyList<string>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesSomeAccount();
}

internal sealed class FindPeopleIdsValidator : AbstractValidator<FindPeopleIds>
{
    public FindPeopleIdsValidator() => RuleFor(r => r.Text).NotEmpty().WithReason(InvalidReason.Subject).MaximumLength(255);
}

internal sealed class FindPeopleIdsHandler(IPeopleStore people) : IRequestHandler<FindPeopleIds, IReadOnlyList<string>>
{
    private const int AtMost = 500;

    public Task<IReadOnlyList<string>> Handle(FindPeopleIds request, CancellationToken cancellationToken) =>
        people.FindIdsAsync(request.Text.Trim(), AtMost, cancellationToken);
}
