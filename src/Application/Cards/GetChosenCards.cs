using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Cards that an admin has chosen from a list. One that is not theirs to manage is as if it did not exist.</summary>
/// <param name="CardIds">The cards.</param>
public sealed record GetChosenCards(IReadOnlyList<string> CardIds) : IRequest<IReadOnlyList<CardView>>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesSomeAccount();
}

internal sealed class GetChosenCardsValidator : AbstractValidator<GetChosenCards>
{
    public GetChosenCardsValidator()
    {
        RuleFor(r => r.CardIds).NotEmpty().WithMessage("Choose at least one card.");
        RuleForEach(r => r.CardIds).Must(CardId.IsValid).WithMessage("A card id starts with ic_.");
    }
}

internal sealed class GetChosenCardsHandler(ManagedAccounts managed, ICardReader cards) : IRequestHandler<GetChosenCards, IReadOnlyList<CardView>>
{
    public async Task<IReadOnlyList<CardView>> Handle(GetChosenCards request, CancellationToken cancellationToken)
    {
        CardId[] ids = [.. request.CardIds.Select(CardId.Parse).Distinct()];
        var found = new List<CardView>(ids.Length);
        foreach (var account in await managed.OfAsync(null, cancellationToken))
            found.AddRange(await cards.ThoseAsync(account, ids, cancellationToken));
        return found.Count == ids.Length ? found : throw new NotFoundException("card");
    }
}
