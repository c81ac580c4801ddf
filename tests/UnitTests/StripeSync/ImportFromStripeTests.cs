using System.Runtime.CompilerServices;
using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.StripeSync.Backfill;
using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Common;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;

namespace CleanIssuing.UnitTests.StripeSync;

public class ImportFromStripeTests
{
    private readonly Stripe _stripe = new();
    private readonly Store _store = new();

    [Fact]
    public async Task Every_page_is_imported_and_then_it_is_finished()
    {
        await ImportAsync();

        _store.Cards.Count.ShouldBe(5);
        _store.Finished.ShouldBeTrue();
    }

    [Fact]
    public async Task An_import_that_was_stopped_resumes_where_it_was()
    {
        _stripe.FailsAt = "ic_2";
        await Should.ThrowAsync<StripeUnavailableException>(ImportAsync);
        _store.Cards.Count.ShouldBe(2);
        _store.Finished.ShouldBeFalse();

        _stripe.FailsAt = null;
        _stripe.Asked.Clear();
        await ImportAsync();

        _stripe.Asked.ShouldBe(["cards after ic_2", "cards after ic_4", "authorizations"]);
        _store.Cards.Count.ShouldBe(5);
        _store.Finished.ShouldBeTrue();
    }

    [Fact]
    public async Task Past_purchases_are_imported_once()
    {
        await ImportAsync();
        _stripe.Asked.Clear();

        await ImportAsync();

        _stripe.Asked.ShouldNotContain("authorizations");
    }

    [Fact]
    public async Task An_account_without_Issuing_does_not_keep_the_others_from_being_imported()
    {
        _stripe.Refuses = AccountId.Parse("acct_without");

        await ImportAsync();

        _store.Cards.Count.ShouldBe(5);
        _store.Finished.ShouldBeTrue();
    }

    private Task ImportAsync() => new ImportFromStripeHandler(
        _stripe, _stripe, _stripe, _store, _store, _store, new Publisher(), TimeProvider.System,
        NullLogger<ImportFromStripeHandler>.Instance)
        .Handle(new ImportFromStripe(), CancellationToken.None);

    private sealed class Publisher : IPublisher
    {
        public Task Publish(object notification, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification => Task.CompletedTask;
    }

    private sealed class Stripe : IStripeAccountReader, IStripeCardReader, IStripeAuthorizationReader
    {
        private static readonly string[] Ids = ["ic_1", "ic_2", "ic_3", "ic_4", "ic_5"];

        public List<string> Asked { get; } = [];

        public string? FailsAt { get; set; }

        public AccountId? Refuses { get; set; }

        public Task<AccountId> GetPlatformIdAsync(CancellationToken cancellationToken) => Task.FromResult(TestData.AccountId);

        public async IAsyncEnumerable<Account> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            if (Refuses is { } refused)
                yield return TestData.Account() with { Id = refused };
            yield return TestData.Account();
        }

        public Task<Page<Cardholder>> ListCardholdersAsync(Account account, string? after, CancellationToken cancellationToken)
        {
            RefuseWithoutIssuing(account);
            Asked.Add("cardholders");
            return Task.FromResult(new Page<Cardholder>([TestData.Cardholder()], null));
        }

        public Task<ShippingAddress?> FindBillingAddressAsync(
            CardholderId cardholder, AccountId? onBehalfOf, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Page<Card>> ListCardsAsync(Account account, string? after, CancellationToken cancellationToken)
        {
            if (after is not null && after == FailsAt)
                throw new StripeUnavailableException(RefusalReason.StripeFailed);
            Asked.Add("cards after " + after);
            var rest = Ids.SkipWhile(id => after is not null && string.CompareOrdinal(id, after) <= 0).ToList();
            var page = rest.Take(2).Select(id => TestData.Card(id: id)).ToList();
            return Task.FromResult(new Page<Card>(page, rest.Count > 2 ? page[^1].Id.Value : null));
        }

        public Task<Authorization> GetAsync(
            AuthorizationId authorization, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<Page<StripePurchase>> ListAsync(
            Account account, DateTimeOffset since, string? after, CancellationToken cancellationToken)
        {
            RefuseWithoutIssuing(account);
            Asked.Add("authorizations");
            return Task.FromResult(new Page<StripePurchase>([], null));
        }

        private void RefuseWithoutIssuing(Account account)
        {
            if (account.Id == Refuses)
                throw new StripeRefusedException(RefusalReason.StripeRefused);
        }
    }

    private sealed class Store : IImportStore, IAccountReplicaStore, IBackfillCursorStore
    {
        private readonly Dictionary<ImportStep, ImportCursor> _cursors = [];
        private bool _hasHistory;

        public HashSet<CardId> Cards { get; } = [];

        public bool Finished { get; private set; }

        /// <summary>From when on events are asked for.</summary>
        public Dictionary<AccountId, DateTimeOffset> Started { get; } = [];

        public Task UpsertAsync(Account account, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task BeginAsync(AccountId account, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<ImportCursor> GetCursorAsync(AccountId account, ImportStep step, CancellationToken cancellationToken) =>
            Task.FromResult(_cursors.GetValueOrDefault(step, new ImportCursor(null, false)));

        public Task SaveAsync(
            AccountId account, Page<Cardholder> page, Func<Cardholder, SpendingControls, Task> controlsChanged,
            CancellationToken cancellationToken)
        {
            _cursors[ImportStep.Cardholders] = new ImportCursor(page.Next, page.Next is null);
            return Task.CompletedTask;
        }

        public Task SaveAsync(
            AccountId account, Page<Card> page, Func<Card, SpendingControls, Task> controlsChanged, CancellationToken cancellationToken)
        {
            Cards.UnionWith(page.Items.Select(c => c.Id));
            _cursors[ImportStep.Cards] = new ImportCursor(page.Next, page.Next is null);
            return Task.CompletedTask;
        }

        public Task SaveAsync(AccountId account, Page<StripePurchase> page, CancellationToken cancellationToken)
        {
            _cursors[ImportStep.Authorizations] = new ImportCursor(page.Next, page.Next is null);
            _hasHistory = true;
            return Task.CompletedTask;
        }

        public Task<DateTimeOffset?> GetAsync(AccountId account, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task StartAsync(AccountId account, DateTimeOffset at, CancellationToken cancellationToken)
        {
            Started.TryAdd(account, at);
            return Task.CompletedTask;
        }

        public Task MoveAsync(AccountId account, DateTimeOffset to, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> HasHistoryAsync(AccountId account, CancellationToken cancellationToken) => Task.FromResult(_hasHistory);

        public Task FinishAsync(CancellationToken cancellationToken)
        {
            Finished = true;
            return Task.CompletedTask;
        }
    }
}
