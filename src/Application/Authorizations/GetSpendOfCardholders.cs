using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// What each of these cardholders spent this month (UTC), in each currency, as far as the person sees their accounts. Who spent nothing is
/// left out.
/// </summary>
public sealed record GetSpendOfCardholders(IReadOnlyList<CardholderId> CardholderIds)
    : IRequest<ILookup<CardholderId, Money>>, IAuthorizedRequest
{
    public Requirement Requirement => new SeesSomeAccount();
}

internal sealed class GetSpendOfCardholdersValidator : AbstractValidator<GetSpendOfCardholders>
{
    private const int AtMost = 200;

    public GetSpendOfCardholdersValidator() =>
        RuleFor(r => r.CardholderIds).Must(ids => ids.Count <= AtMost).WithReason(InvalidReason.TooManyCards, (_, _) => [AtMost]);
}

internal sealed class GetSpendOfCardholdersHandler(
    IAccessReader access, IPurchaseSearch search, ICurrentActor current, TimeProvider time)
    : IRequestHandler<GetSpendOfCardholders, ILookup<CardholderId, Money>>
{
    public async Task<ILookup<CardholderId, Money>> Handle(GetSpendOfCardholders request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sums = await search.SumByCardholderAsync(
            await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken), request.CardholderIds,
            new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero), cancellationToken);
        return sums.OrderBy(s => s.Key.Currency.Code, StringComparer.Ordinal)
            .ToLookup(s => s.Key.Cardholder, s => new Money(s.Value, s.Key.Currency));
    }
}
