using CleanIssuing.Domain.People;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Everybody who can sign in, or could, with their roles.</summary>
public sealed record ListPeople : IRequest<IReadOnlyList<PersonListed>>, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

public sealed record PersonListed(string Email, string Name, bool IsDisabled, IReadOnlyList<Membership> Memberships);

internal sealed class ListPeopleHandler(IPeopleStore people) : IRequestHandler<ListPeople, IReadOnlyList<PersonListed>>
{
    public Task<IReadOnlyList<PersonListed>> Handle(ListPeople request, CancellationToken cancellationToken) =>
        people.ListAsync(cancellationToken);
}
