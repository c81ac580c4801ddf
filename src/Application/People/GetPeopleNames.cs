using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>What these people are called, by their ids.</summary>
public sealed record GetPeopleNames(IReadOnlyCollection<string> Ids) : IRequest<IReadOnlyDictionary<string, string>>, IAuthorizedRequest
{
    public Requirement Requirement => new SeesSomeAccount();
}

internal sealed class GetPeopleNamesHandler(IPeopleStore people) : IRequestHandler<GetPeopleNames, IReadOnlyDictionary<string, string>>
{
    public Task<IReadOnlyDictionary<string, string>> Handle(GetPeopleNames request, CancellationToken cancellationToken) =>
        people.GetNamesAsync(request.Ids, cancellationToken);
}
