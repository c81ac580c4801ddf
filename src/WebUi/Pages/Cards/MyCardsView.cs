using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Text;
using MediatR;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>A cardholder's home: what is left to spend with each card, the latest purchases, and what needs the cardholder.</summary>
/// <param name="Others">Cards that are not shown large: those that have ended, and those after the first few.</param>
/// <param name="MonthSoFar">What was spent this month, for each currency.</param>
/// <param name="LastMonthByNow">What had been spent last month by the same day.</param>
/// <param name="DeclinedToday">How many purchases were declined today.</param>
public sealed record MyCardsView(
    MyCards Mine, IReadOnlyList<Pocket> Pockets, IReadOnlyList<CardFace> Others, IReadOnlyList<PurchaseRow> Recent,
    IReadOnlyList<Money> MonthSoFar, IReadOnlyList<Money> LastMonthByNow, int DeclinedToday, DateOnly Today)
{
    private const int PocketsAtMost = 6;
    private const int RecentAtMost = 6;

    /// <summary>What the cardholder has to do something about, the most urgent first.</summary>
    public IReadOnlyList<CardFace> ToActivate =>
        [.. Mine.Cards.Where(c => c.Card is { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Delivered, HasBeenActive: false })
            .Select(c => new CardFace(c, Today, IsHolder: true))];

    /// <summary>Usable cards that expire within sixty days.</summary>
    public IReadOnlyList<CardFace> Expiring =>
        [.. Mine.Cards.Where(c => c.Card.Status == CardStatus.Active && c.Card.ExpiresSoon(Today))
            .Select(c => new CardFace(c, Today, IsHolder: true))];

    /// <summary><c>1 frozen, 2 canceled</c></summary>
    public string OthersByState(Words words) => string.Join(
        ", ", Others.GroupBy(f => f.State.Code).Select(g => g.Count() + " " + words["card_state." + g.Key].ToLowerInvariant()));

    public static async Task<MyCardsView> LoadAsync(
        ISender sender, PersonTimes times, TimeProvider time, MyCards mine, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var faces = mine.Cards.Select(c => new CardFace(c, today, IsHolder: true)).ToList();
        var open = faces.Where(f => !f.HasEnded).ToList();
        var pockets = new List<Pocket>();
        foreach (var face in open.Take(PocketsAtMost))
        {
            var controls = await sender.Send(new GetSpendControls(face.View.Card.Id), cancellationToken);
            pockets.Add(new Pocket(face, LimitUsage.Tightest(controls.Usage, face.View.Card.Currency), controls.LargestPurchase));
        }

        if (mine.Cards.Count == 0)
            return new MyCardsView(mine, [], [], [], [], [], 0, today);
        var recent = await sender.Send(
            new SearchPurchases(new PurchaseFilter { Mine = true }, PageSize: RecentAtMost, WithTotals: false, WithReasons: true),
            cancellationToken);
        var month = new DateOnly(times.Today.Year, times.Today.Month, 1);
        var monthSoFar = await SumAsync("approved", month, null);
        var lastMonth = month.AddMonths(-1);
        var sameDay = lastMonth.AddDays(Math.Min(times.Today.Day, DateTime.DaysInMonth(lastMonth.Year, lastMonth.Month)));
        var declined = await SumAsync("declined", times.Today, null);
        return new MyCardsView(
            mine, pockets, [.. faces.Except(pockets.Select(p => p.Face))], recent.Purchases, monthSoFar.Spent,
            (await SumAsync("approved", lastMonth, sameDay)).Spent, declined.Declined, today);

        Task<PurchaseTotals> SumAsync(string state, DateOnly from, DateOnly? to) => sender.Send(
            new SumPurchases(new PurchaseFilter
            {
                Mine = true,
                State = state,
                From = times.StartOf(from),
                To = to is { } day ? times.StartOf(day) : null,
            }),
            cancellationToken);
    }
}
