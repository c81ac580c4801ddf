using MediatR;

namespace CleanIssuing.Application.Common;

/// <summary>Removes what is older than it has to be.</summary>
public sealed record ApplyRetention(Retention Retention) : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed class ApplyRetentionHandler(IPublisher publisher, TimeProvider time) : IRequestHandler<ApplyRetention>
{
    public Task Handle(ApplyRetention request, CancellationToken cancellationToken) =>
        publisher.Publish(new RetentionDue(request.Retention, time.GetUtcNow()), cancellationToken);
}
