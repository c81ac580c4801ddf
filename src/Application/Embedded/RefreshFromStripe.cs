using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Embedded;

/// <summary>Reads from Stripe what may have been changed in a component: one card, or the account's latest.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CardId">The card; none reads the latest cards of the account.</param>
public sealed record RefreshFromStripe(string AccountId, string? CardId) : IRequest, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new SeesAccount(AccountId);
}

internal sealed class RefreshFromStripeValidator : AbstractValidator<RefreshFromStripe>
{
    public RefreshFromStripeValidator()
    {
        RuleFor(r => r.AccountId).Must(AccountId.IsValid).OverridePropertyName("account").WithMessage("account must be the id of an account: acct_…");
        RuleFor(r => r.CardId).Must(CardId.IsValid).When(r => r.CardId is not null).OverridePropertyName("card_id").WithMessage("card_id must be the id of a card: ic_…");
    }
}

internal sealed class RefreshFromStripeHandler(ICardReader cards, ICardGateway stripe, IIssuingCatalog catalog, CardStates states)
    : IRequestHandler<RefreshFromStripe>
{
    public async Task Handle(RefreshFromStripe request, CancellationToken cancellationToken)
    {
        var account = await cards.AccountAsync(AccountId.Parse(request.AccountId), cancellationToken) ?? throw new NotFoundException("account");
        if (request.CardId is { } id)
        {
            // A card of another account is not looked for in this one.
            if ((await cards.ThoseAsync(account.Id, [CardId.Parse(id)], cancellationToken)).Count == 0)
                throw new NotFoundException("card");
            await states.KeepAsync((await stripe.GetAsync(CardId.Parse(id), account.Id, account.OnBehalfOf, cancellationToken)).State, cancellationToken);
            return;
        }

        foreach (var card in (await catalog.CardsAsync(account, null, cancellationToken)).Items)
            await states.KeepAsync(card, cancellationToken);
    }
}
