using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>The ids of cards and cardholders that a text names, in the accounts that the person manages.</summary>
public sealed record FindCardIds(string Text) : IRequest<IReadOnlyList<string>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesSomeAccount();
}

internal sealed class FindCardIdsValidator : AbstractValidator<FindCardIds>
{
    public FindCardIdsValidator() => RuleFor(r => r.Text).NotEmpty().WithReason(InvalidReason.Subject).MaximumLength(255);
}

internal sealed class FindCardIdsHandler(ManagedAccounts managed, ICardNames names)
    : IRequestHandler<FindCardIds, IReadOnlyList<string>>
{
    private const int AtMost = 500;

    public async Task<IReadOnlyList<string>> Handle(FindCardIds request, CancellationToken cancellationToken) =>
        await names.FindAsync(await managed.ListAsync(null, cancellationToken), request.Text.Trim(), AtMost, cancellationToken);
}
