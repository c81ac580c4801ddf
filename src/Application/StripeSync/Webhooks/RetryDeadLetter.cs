using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Puts a dead letter back into the inbox.</summary>
public sealed record RetryDeadLetter(string EventId) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesPlatform();

    public AuditedAction Audit => new("event.retry", EventId);
}

internal sealed class RetryDeadLetterValidator : AbstractValidator<RetryDeadLetter>
{
    public RetryDeadLetterValidator() => RuleFor(r => r.EventId).NotEmpty().MaximumLength(255);
}

internal sealed class RetryDeadLetterHandler(IWebhookInbox inbox, IInboxSignal signal, TimeProvider time) : IRequestHandler<RetryDeadLetter>
{
    public async Task Handle(RetryDeadLetter request, CancellationToken cancellationToken)
    {
        if (!await inbox.RetryAsync(request.EventId, time.GetUtcNow(), cancellationToken))
            throw new NotFoundException(EntityKind.Event);
        signal.Wake();
    }
}
