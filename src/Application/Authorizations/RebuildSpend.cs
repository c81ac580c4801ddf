using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Sums up anew what the purchases of every day came to.</summary>
public sealed record RebuildSpend : IRequest<int>, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed class RebuildSpendHandler(ISpendStore spend) : IRequestHandler<RebuildSpend, int>
{
    public Task<int> Handle(RebuildSpend request, CancellationToken cancellationToken) => spend.RebuildAsync(cancellationToken);
}
