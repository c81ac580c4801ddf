using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.Authorizations;

public class SearchPurchasesTests
{
    private static readonly PurchaseTotals Cut = new(PurchaseTotals.AtMost + 1, 3, [TestData.Usd(1)], IsCut: true);
    private static readonly PurchaseTotals Whole = new(1_000_000, 20_000, [TestData.Usd(99)], IsCut: false);

    [Fact]
    public async Task What_whole_accounts_spent_is_told_however_many_purchases_there_are() =>
        (await TotalsAsync(new PurchaseFilter(), Cut, Whole)).ShouldBe(Whole);

    [Fact]
    public async Task As_long_as_the_days_are_not_summed_up_they_are_too_many_to_count() =>
        (await TotalsAsync(new PurchaseFilter(), Cut, null)).ShouldBe(Cut);

    [Fact]
    public async Task Of_what_was_looked_for_the_days_know_nothing() =>
        (await TotalsAsync(new PurchaseFilter { Country = "US" }, Cut, Whole)).ShouldBe(Cut);

    [Fact]
    public async Task A_few_are_counted_one_by_one()
    {
        var few = Cut with { Purchases = 12, IsCut = false };
        (await TotalsAsync(new PurchaseFilter(), few, Whole)).ShouldBe(few);
    }

    private static async Task<PurchaseTotals?> TotalsAsync(PurchaseFilter filter, PurchaseTotals counted, PurchaseTotals? byDays)
    {
        IReadOnlyList<AccountId> ids = [TestData.AccountId];
        IReadOnlyList<Account> accounts = [TestData.Account()];
        IReadOnlyList<PurchaseRow> none = [];
        var access = Port.Of<IAccessReader>((nameof(IAccessReader.ListVisibleAccountsAsync), Task.FromResult(ids)));
        var search = Port.Of<IPurchaseSearch>(
            (nameof(IPurchaseSearch.PageAsync), Task.FromResult(none)), (nameof(IPurchaseSearch.SumAsync), Task.FromResult(counted)));
        var handler = new SearchPurchasesHandler(
            new PurchaseQueries(
                Port.Of<ICurrentActor>(("get_Actor", Actor.Person("user", "ada@demo.test", null))), access,
                Port.Of<IAccountReader>((nameof(IAccountReader.GetByIdsAsync), Task.FromResult(accounts)))),
            search, Port.Of<ISpendStore>((nameof(ISpendStore.FindSumAsync), Task.FromResult(byDays))), Port.Of<ICardReader>(),
            new DeclineExplainer(Port.Of<ICardControlsTimeline>(), Port.Of<Application.SpendControls.IPurchaseHistoryReader>(),
                access, TimeProvider.System),
            access, Port.Of<IImportStatus>((nameof(IImportStatus.FindHistoryImportAsync), Task.FromResult<HistoryImport?>(null))));

        return (await handler.Handle(new SearchPurchases(filter), CancellationToken.None)).Totals;
    }
}
