using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>All cards that match.</summary>
public sealed record ExportCards(CardFilter Filter) : IRequest<AuditedStream<CardView>>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => Filter.Requirement;

    public AuditedAction Audit => new("cards.export", Filter.Account?.Value ?? "all");
}

internal sealed class ExportCardsValidator : AbstractValidator<ExportCards>
{
    public ExportCardsValidator() => RuleFor(r => r.Filter).SetValidator(new CardFilterValidator());
}

internal sealed class ExportCardsHandler(VisibleAccounts visible, ICardSearch search, TimeProvider time)
    : IRequestHandler<ExportCards, AuditedStream<CardView>>
{
    public async Task<AuditedStream<CardView>> Handle(ExportCards request, CancellationToken cancellationToken) =>
        new(search.ListAsync(
            request.Filter.ToQuery(
                await visible.ListAsync(cancellationToken), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            cancellationToken));
}
