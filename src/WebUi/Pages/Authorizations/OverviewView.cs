using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.People;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Application.StripeSync.Webhooks;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.WebUi.Text;
using MediatR;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>An admin's home: what is spent, what needs attention, and where the money goes.</summary>
/// <param name="Account">The account that is looked at; none where it is all that the person sees.</param>
/// <param name="Declined">The latest purchases that were declined.</param>
/// <param name="Yesterday">The person's own, which declines are counted from.</param>
/// <param name="DeclinedSinceYesterday">How many purchases were declined since it began, in any currency.</param>
/// <param name="DeadLetters">How many events are dead letters; none for who is no admin of the platform.</param>
/// <param name="NearLimit">Cards that have used the most of a limit; empty where the month is not the present one.</param>
/// <param name="Running">Bulk edits that still have cards to change.</param>
/// <param name="Navigation">What the person may open.</param>
public sealed record OverviewView(
    MyCards Mine, Account? Account, SpendOverview Spend, CardCounts Cards, IReadOnlyList<PurchaseRow> Declined, DateOnly Yesterday,
    int DeclinedSinceYesterday, int DeadLetters, IReadOnlyList<CardNearLimit> NearLimit, IReadOnlyList<BulkEditSummary> Running,
    NavigationAccess Navigation)
{
    private const int DeclinedAtMost = 5;
    private const int FewestUnusual = 3;

    /// <summary>The chart; none before anything was bought.</summary>
    public SpendChart Chart => new(Spend);

    /// <summary>
    /// What waits for somebody, the most urgent first: the code of its words, how many, its icon, and where it is dealt with.
    /// </summary>
    public IReadOnlyList<(string Code, int Count, string Icon, string Tone, string Address)> Attention =>
    [
        .. new[]
        {
            ("unconfirmed", Cards.Unconfirmed, "alert", "bad", "/cards?need=confirmation" + ForAccount),
            ("dead_letters", DeadLetters, "bell", "bad", "/events"),
            ("bulk", Running.Count, "controls", "info", "/controls/edits"),
            ("delivered", Cards.Delivered, "truck", "wait", "/cards?need=activation" + ForAccount),
            ("expiring", Cards.Expiring, "clock", "wait", "/cards?need=renewal" + ForAccount),
            ("declined", HasUnusualDeclines ? DeclinedSinceYesterday : 0, "x-circle", "wait", "/purchases?state=declined&from="
                + Yesterday.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + ForAccount),
        }.Where(a => a.Item2 > 0),
    ];

    /// <summary>More than twice as many as usual on two days, and not just one or two.</summary>
    private bool HasUnusualDeclines => DeclinedSinceYesterday >= FewestUnusual && DeclinedSinceYesterday > 2 * 2 * Spend.UsualDeclines;

    private string ForAccount => Account is null ? "" : "&account=" + Account.Id;

    public static async Task<OverviewView> LoadAsync(
        ISender sender, PersonTimes times, MyCards mine, AccountId? account, Currency? currency, DateOnly? month,
        CancellationToken cancellationToken)
    {
        var navigation = await sender.Send(new GetNavigation(), cancellationToken);
        var spend = await sender.Send(new GetSpendOverview(account, currency, month), cancellationToken);
        var counts = await sender.Send(new GetCardCounts(account), cancellationToken);
        var declined = await sender.Send(
            new SearchPurchases(
                new PurchaseFilter
                {
                    Account = account,
                    State = "declined",
                    From = new DateTimeOffset(spend.Today.AddDays(-7).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                },
                PageSize: DeclinedAtMost, WithTotals: false),
            cancellationToken);
        var yesterday = times.Today.AddDays(-1);
        var since = await sender.Send(
            new SumPurchases(new PurchaseFilter { Account = account, State = "declined", From = times.StartOf(yesterday) }),
            cancellationToken);
        var spenders = spend.Cardholders.Select(s => CardholderId.Parse(s.Key)).ToList();
        var near = spend.IsCurrent && spenders.Count > 0
            ? await sender.Send(new GetCardsNearLimit(account, spend.Currency, spenders), cancellationToken)
            : [];
        var dead = navigation.IsPlatformAdmin ? (await sender.Send(new GetDeadLetters(), cancellationToken)).Count : 0;
        var running = navigation.IsAdmin ? (await sender.Send(new GetBulkEdits(RunningOnly: true), cancellationToken)).Edits : [];
        return new OverviewView(
            mine, mine.VisibleAccounts.FirstOrDefault(a => a.Id == account), spend, counts, declined.Purchases, yesterday,
            since.Declined, dead, near,
            [.. running.Where(r => account is null || r.AccountId == account)], navigation);
    }
}
