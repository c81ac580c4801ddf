using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.CardDetails;

/// <summary>
/// Exchanges the nonce that Stripe.js made in the browser for an ephemeral key, with which that browser, and only that one,
/// can show the card's details (https://docs.stripe.com/issuing/elements#ephemeral-key-authentication).
/// </summary>
/// <param name="CardId">The card.</param>
/// <param name="Nonce">The nonce, made for this card and not used before.</param>
public sealed record CreateEphemeralKey(string CardId, string Nonce) : IRequest<EphemeralKeyIssued>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new MayViewCardDetails(CardId);

    /// <inheritdoc />
    public AuditedAction Audit => new("card_details.reveal", CardId);

    /// <summary>The name alone: the request carries a nonce.</summary>
    public override string ToString() => nameof(CreateEphemeralKey);
}

/// <summary>A key that may leave for the browser: the trail has it.</summary>
/// <param name="CardId">The card.</param>
/// <param name="Nonce">The nonce it is bound to.</param>
/// <param name="Key">The key.</param>
public sealed record EphemeralKeyIssued(CardId CardId, Nonce Nonce, EphemeralKey Key) : IStripeAnswer
{
    /// <inheritdoc />
    public string? StripeRequestId => Key.StripeRequestId;
}

internal sealed class CreateEphemeralKeyValidator : AbstractValidator<CreateEphemeralKey>
{
    public CreateEphemeralKeyValidator()
    {
        RuleFor(r => r.CardId).Must(CardId.IsValid).OverridePropertyName("card_id")
            .WithMessage("card_id must be the id of a card: ic_ and then letters, digits or underscores.");
        RuleFor(r => r.Nonce).Must(Nonce.IsValid).OverridePropertyName("nonce")
            .WithMessage("nonce must be what Stripe.js's createEphemeralKeyNonce gave for this card.");
    }
}

internal sealed class CreateEphemeralKeyHandler(ICardReader cards, AuthorizedAccount account, IEphemeralKeyGateway stripe)
    : IRequestHandler<CreateEphemeralKey, EphemeralKeyIssued>
{
    public async Task<EphemeralKeyIssued> Handle(CreateEphemeralKey request, CancellationToken cancellationToken)
    {
        var (card, nonce) = (CardId.Parse(request.CardId), Nonce.Parse(request.Nonce));
        if (await cards.StatusAsync(card, cancellationToken) == CardStatus.Canceled)
            throw new RuleViolationException("This card was canceled, so its details can no longer be shown.", "card_canceled");

        return new EphemeralKeyIssued(card, nonce, await stripe.CreateAsync(card, account.OnBehalfOf, nonce, cancellationToken));
    }
}
