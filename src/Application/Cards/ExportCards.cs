using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>All cards that match, one after the other.</summary>
/// <param name="Filter">Which.</param>
public sealed record ExportCards(CardFilter Filter) : IRequest<IAsyncEnumerable<CardView>>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => CardFilters.Requirement(Filter);

    /// <inheritdoc />
    public AuditedAction Audit => new("cards.export", Filter.Account ?? "all");
}

internal sealed class ExportCardsValidator : AbstractValidator<ExportCards>
{
    public ExportCardsValidator() => RuleFor(r => r.Filter).SetValidator(new CardFilterValidator());
}

internal sealed class ExportCardsHandler(ICurrentActor current, ICardReader cards, ICardSearch search)
    : IRequestHandler<ExportCards, IAsyncEnumerable<CardView>>
{
    public async Task<IAsyncEnumerable<CardView>> Handle(ExportCards request, CancellationToken cancellationToken)
    {
        var accounts = await cards.SeenByAsync(current.Actor.UserId!, cancellationToken);
        return search.AllAsync(CardFilters.Query(request.Filter, accounts), cancellationToken);
    }
}
