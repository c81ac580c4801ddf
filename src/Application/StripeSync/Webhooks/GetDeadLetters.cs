using MediatR;

namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Events that failed again and again.</summary>
public sealed record GetDeadLetters : IRequest<IReadOnlyList<WebhookEvent>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesPlatform();
}

internal sealed class GetDeadLettersHandler(IWebhookInbox inbox) : IRequestHandler<GetDeadLetters, IReadOnlyList<WebhookEvent>>
{
    private const int ShownAtMost = 200;

    public Task<IReadOnlyList<WebhookEvent>> Handle(GetDeadLetters request, CancellationToken cancellationToken) =>
        inbox.ListDeadLettersAsync(ShownAtMost, cancellationToken);
}
