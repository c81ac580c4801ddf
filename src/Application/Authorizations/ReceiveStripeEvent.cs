using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Common;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Takes in an event that Stripe sent (https://docs.stripe.com/webhooks). It is handled afterwards, so that Stripe need not wait.</summary>
/// <param name="Body">The event; its signature has been checked.</param>
public sealed record ReceiveStripeEvent(string Body) : IRequest, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new StripeItself();

    /// <summary>The name alone: what Stripe sends is nobody's business in a log.</summary>
    public override string ToString() => nameof(ReceiveStripeEvent);
}

internal sealed class ReceiveStripeEventHandler(
    IEventReader reader, IEventInbox inbox, IEventSignal signal, PlatformConfirmation confirmation) : IRequestHandler<ReceiveStripeEvent>
{
    public async Task Handle(ReceiveStripeEvent request, CancellationToken cancellationToken)
    {
        // Stripe sends it again; it may belong to an account that this database is not about.
        if (!confirmation.IsConfirmed)
            throw new StripeUnavailableException("The portal has not confirmed its Stripe account yet.", "platform_unconfirmed");

        InboxEvent taken;
        try
        {
            taken = reader.Read(request.Body);
        }
        catch (FormatException)
        {
            throw new ValidationException([new("body", "The body is not an event of Stripe's.")]);
        }

        // Once it is on its way to the disk, Stripe's hanging up must not stop it.
        if (await inbox.TakeAsync(taken, CancellationToken.None))
            signal.Wake();
    }
}
