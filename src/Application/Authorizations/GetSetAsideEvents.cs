using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

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
