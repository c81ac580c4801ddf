using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Lets an event that could not be handled be tried again.</summary>
/// <param name="EventId">The event.</param>
public sealed record RetryStripeEvent(string EventId) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesPlatform();

    /// <inheritdoc />
    public AuditedAction Audit => new("event.retry", EventId);
}

internal sealed class RetryStripeEventHandler(IEventInbox inbox, IEventSignal signal, TimeProvider time) : IRequestHandler<RetryStripeEvent>
{
    public async Task Handle(RetryStripeEvent request, CancellationToken cancellationToken)
    {
        if (!await inbox.RetryAsync(request.EventId, time.GetUtcNow(), cancellationToken))
            throw new NotFoundException("event");
        signal.Wake();
    }
}
