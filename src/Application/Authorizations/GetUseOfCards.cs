using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// What was spent this month (UTC) with each of these cards, and what is left to spend, as far as the person sees their accounts.
/// </summary>
public sealed record GetUseOfCards(IReadOnlyList<CardId> CardIds) : IRequest<IReadOnlyDictionary<CardId, CardUse>>, IAuthorizedRequest
{
    public Requirement Requirement => new SeesSomeAccount();
}

internal sealed class GetUseOfCardsValidator : AbstractValidator<GetUseOfCards>
{
    private const int AtMost = 200;

    public GetUseOfCardsValidator() =>
        RuleFor(r => r.CardIds).Must(ids => ids.Count <= AtMost).WithReason(InvalidReason.TooManyCards, (_, _) => [AtMost]);
}

internal sealed class GetUseOfCardsHandler(
    IAccessReader access, ICardReader cards, IPurchaseSearch search, ICurrentActor current, TimeProvider time)
    : IRequestHandler<GetUseOfCards, IReadOnlyDictionary<CardId, CardUse>>
{
    public async Task<IReadOnlyDictionary<CardId, CardUse>> Handle(GetUseOfCards request, CancellationToken cancellationToken)
    {
        var accounts = await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken);
        var views = await cards.GetByIdsAsync(accounts, request.CardIds, cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var month = new DateOnly(today.Year, today.Month, 1);
        // What is summed up is the same for all cards whose limits began on the same day: one question for each day, not for each card.
        var ofCards = await SumAsync(
            views.SelectMany(v => Counting(v.Card.SpendingControls)).Append(month),
            since => search.SumByCardAsync(accounts, [.. views.Select(v => v.Card.Id)], since, cancellationToken));
        var ofHolders = await SumAsync(
            views.SelectMany(v => Counting(v.Cardholder.SpendingControls)),
            since => search.SumByCardholderAsync(accounts, [.. views.Select(v => v.Cardholder.Id).Distinct()], since, cancellationToken));

        return views.ToDictionary(v => v.Card.Id, v =>
        {
            var currency = v.Card.Currency;
            IEnumerable<LimitUsage> usages =
            [
                .. Limits(v.Card.SpendingControls).Select(l => Usage(l, ControlLevel.Card, ofCards, v.Card.Id)),
                .. Limits(v.Cardholder.SpendingControls).Select(l => Usage(l, ControlLevel.Cardholder, ofHolders, v.Cardholder.Id)),
            ];
            return new CardUse(
                new Money(ofCards[month].GetValueOrDefault((v.Card.Id, currency)), currency), LimitUsage.Tightest(usages, currency));
        });

        IEnumerable<DateOnly> Counting(SpendingControls controls) =>
            Limits(controls).Select(l => LimitPeriod.Of(l.Interval, today).Start);

        LimitUsage Usage<TId>(
            SpendingLimit limit, ControlLevel level, Dictionary<DateOnly, IReadOnlyDictionary<(TId, Currency), long>> sums, TId of)
        {
            var period = LimitPeriod.Of(limit.Interval, today);
            var spent = sums[period.Start].GetValueOrDefault((of, limit.Amount.Currency));
            return new LimitUsage(limit, level, limit.Amount with { Minor = spent }, period);
        }
    }

    /// <summary>Those that count every purchase over a period.</summary>
    private static IEnumerable<SpendingLimit> Limits(SpendingControls controls) =>
        controls.Limits.Where(l => l.Categories.Length == 0 && l.Interval != LimitInterval.PerAuthorization);

    private static async Task<Dictionary<DateOnly, T>> SumAsync<T>(IEnumerable<DateOnly> days, Func<DateTimeOffset, Task<T>> sum)
    {
        var sums = new Dictionary<DateOnly, T>();
        foreach (var day in days.Distinct())
            sums[day] = await sum(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        return sums;
    }
}
