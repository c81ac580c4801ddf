using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Ends one of the person's own sessions, or all but the one that asks.</summary>
/// <param name="Key">What the list calls it; none for all the others.</param>
public sealed record EndSession(string? Key) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new(Key is null ? "session.end_others" : "session.end", "session");
}

internal sealed class EndSessionValidator : AbstractValidator<EndSession>
{
    public EndSessionValidator() => RuleFor(r => r.Key).MaximumLength(64);
}

internal sealed class EndSessionHandler(ISessionStore sessions, ICurrentActor current) : IRequestHandler<EndSession>
{
    public async Task Handle(EndSession request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        if (request.Key is null)
            await sessions.EndOthersAsync(user, cancellationToken);
        else if (!await sessions.EndAsync(user, request.Key, cancellationToken))
            throw new NotFoundException(EntityKind.Session);
    }
}
