using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Admins of the platform's own account: events of every account come through it.</summary>
public sealed record ManagesPlatform : Requirement
{
    /// <inheritdoc />
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.SignIn;
        return await access.IsPlatformAdminAsync(actor.UserId, cancellationToken) ? Decision.Allow() : Decision.Forbid;
    }
}

/// <summary>The events that could not be handled.</summary>
public sealed record GetSetAsideEvents : IRequest<IReadOnlyList<InboxEvent>>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesPlatform();
}

internal sealed class GetSetAsideEventsHandler(IEventInbox inbox) : IRequestHandler<GetSetAsideEvents, IReadOnlyList<InboxEvent>>
{
    private const int AtMost = 200;

    public Task<IReadOnlyList<InboxEvent>> Handle(GetSetAsideEvents request, CancellationToken cancellationToken) =>
        inbox.SetAsideAsync(AtMost, cancellationToken);
}

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
